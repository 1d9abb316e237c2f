import type { JsonSchema } from '#libs/contracts';
import { narrowedKeywords, words } from './narrowed-keywords.js';

type Schema = JsonSchema | boolean;

/** A place where a reader does not take all that a writer may write. */
export interface Narrowing {
  readonly place: string;
  /** What is too narrow there; undefined when the reader needs a field that the writer may leave out. */
  readonly detail: string | undefined;
}

/**
 * Where `reader` does not take all that `writer` may write; empty when every value of the one is a value of the other.
 * Fields that the reader does not know do no harm (R6).
 */
export function narrowings(writer: Schema, reader: Schema, place = ''): Narrowing[] {
  if (writer === false || takesAnything(reader)) return [];
  if (typeof writer === 'boolean' || typeof reader === 'boolean' || takesAnything(writer)) {
    return [{ place, detail: 'not anything any more' }];
  }
  const [written, read] = [branchesOf(writer), branchesOf(reader)];
  if (written.length > 1 || read.length > 1) {
    return written.flatMap((one) => narrowingsOfBranch(one, read, place));
  }
  const details = narrowedKeywords(writer, reader);
  if (details.length > 0) return details.map((detail) => ({ place, detail }));
  return narrowingsWithin(writer, reader, place);
}

/** A branch is taken when one of the reader's takes it; else the reader's only one of its type says why not. */
function narrowingsOfBranch(
  writer: JsonSchema,
  readers: readonly JsonSchema[],
  place: string,
): Narrowing[] {
  const all = readers.map((reader) => narrowings(writer, reader, place));
  if (all.some((found) => found.length === 0)) return [];
  const alike = all.filter((_, index) => readers[index]!.type === writer.type);
  return alike.length === 1 ? alike[0]! : [{ place, detail: `no place for ${kindOf(writer)}` }];
}

function narrowingsWithin(writer: JsonSchema, reader: JsonSchema, place: string): Narrowing[] {
  const required = (reader.required ?? [])
    .filter((name) => !writer.required?.includes(name))
    .map((name) => ({ place: within(place, name), detail: undefined }));
  const members = Object.entries(reader.properties ?? {}).flatMap(([name, member]) => {
    const written = writer.properties?.[name];
    return written === undefined ? [] : narrowings(written, member, within(place, name));
  });
  return [
    ...required,
    ...members,
    ...narrowings(
      writer.additionalProperties ?? true,
      reader.additionalProperties ?? true,
      within(place, '*'),
    ),
    ...narrowings((writer.items ?? true) as Schema, (reader.items ?? true) as Schema, `${place}[]`),
  ];
}

/** A list of types is a choice like `anyOf`, and whoever only asks what may be written takes `oneOf` for one too. */
function branchesOf(schema: JsonSchema): JsonSchema[] {
  const { anyOf, oneOf, type } = schema;
  const branches = anyOf ?? oneOf;
  if (branches) return branches.flatMap((one) => branchesOf(one as JsonSchema));
  if (!Array.isArray(type)) return [schema];
  return type.map((one) => (one === 'null' ? { type: one } : { ...schema, type: one }));
}

function takesAnything(schema: Schema): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.keys(schema).every((keyword) => words.has(keyword));
}

function kindOf({ const: value, type }: JsonSchema): string {
  return value === undefined ? String(type ?? 'anything') : JSON.stringify(value);
}

export function within(place: string, name: string): string {
  return place ? `${place}.${name}` : name;
}
