import { readFileSync } from 'node:fs';
import { z } from 'zod';

interface Content {
  readonly schema: object;
  readonly example?: unknown;
}

interface Response {
  readonly headers: Record<string, unknown>;
  readonly content?: Record<string, Content>;
}

export interface DocumentedOperation {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly example?: string;
  }[];
  readonly requestBody?: { readonly content: Record<string, Content> };
  readonly responses: Record<string, Response>;
}

interface Document {
  readonly paths: Record<string, Record<string, Omit<DocumentedOperation, 'path' | 'method'>>>;
  readonly components: { readonly schemas: object };
}

const file = new URL('../../../docs/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8')) as Document;

/** Every operation of `docs/openapi.json`, with what it refers to put in its place; schemas stay as they are. */
export const documentedOperations: readonly DocumentedOperation[] = Object.entries(
  document.paths,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...(resolved(operation) as Omit<DocumentedOperation, 'path' | 'method'>),
    path,
    method: method.toUpperCase(),
  })),
);

export const anyType = '*/*';

/** The types among which a client may choose; of an answer with no content, any. */
export function acceptableTo({ responses }: DocumentedOperation): string[] {
  const done = Object.keys(responses).find((status) => status.startsWith('2'))!;
  const types = Object.keys(responses[done]!.content ?? {});
  return types.length === 0 ? [anyType] : types;
}

/** The body that the document shows; no example knows the id of an entry. */
export function exampleAbout({ requestBody }: DocumentedOperation, entryId: string): unknown {
  const example = requestBody?.content['application/json']?.example;
  return example && Object.hasOwn(example, 'entry_id')
    ? { ...example, entry_id: entryId }
    : example;
}

/** What a value has that its documented schema does not take; empty when it is as documented. */
export function differences(schema: object, value: unknown): string[] {
  const asDefinitions = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const shape = z.fromJSONSchema(
    JSON.parse(asDefinitions.replaceAll('#/components/schemas/', '#/$defs/')) as never,
  );
  const { error } = shape.safeParse(value);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as { $ref?: string };
  if ($ref?.startsWith('#/components/') && !$ref.startsWith('#/components/schemas/')) {
    const [kind, name] = $ref.slice('#/components/'.length).split('/') as [string, string];
    return resolved((document.components as Record<string, Record<string, unknown>>)[kind]![name]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
}
