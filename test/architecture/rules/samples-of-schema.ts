import type { JsonSchema } from './closed-schema.js';

/** A value that a schema takes; the path says which text in it is special. */
export interface Sample {
  readonly path: string;
  readonly value: unknown;
}

/** The smallest value that a schema takes: required members only. */
export function sampleOf(schema: JsonSchema): Sample {
  return { path: '', value: smallest(schema) };
}

/** One sample for each free text of a schema, with this text in it. */
export function samplesWithText(schema: JsonSchema, text: string, path = ''): Sample[] {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches.flatMap((one) => samplesWithText(one as JsonSchema, text, path));
  if (schema.type === 'array') {
    const items = samplesWithText(schema.items as JsonSchema, text, `${path}.0`);
    return items.map((item) => ({ path: item.path, value: [item.value] }));
  }
  if (schema.type === 'object') {
    const base = smallest(schema) as object;
    return Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
      samplesWithText(member as JsonSchema, text, `${path}.${name}`).map((sample) => ({
        path: sample.path,
        value: { ...base, [name]: sample.value },
      })),
    );
  }
  return isFreeText(schema) ? [{ path, value: text }] : [];
}

function isFreeText({ type, enum: values, const: value, format, pattern }: JsonSchema): boolean {
  return type === 'string' && !values && value === undefined && !format && !pattern;
}

function smallest(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return smallest(branches[0] as JsonSchema);
  if (schema.type === 'object') {
    const members = (schema.required ?? []).map((name) => [
      name,
      smallest(schema.properties![name] as JsonSchema),
    ]);
    return Object.fromEntries(members) as object;
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items as JsonSchema));
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 0, 0);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'null') return null;
  return sampleString(schema);
}

function sampleString({ format, pattern, minLength = 1 }: JsonSchema): string {
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000001';
  if (format === 'date-time') return '2026-01-31T12:00:00.000Z';
  if (format === 'date') return '2026-01-31';
  if (!format && !pattern) return 'a'.repeat(minLength);
  throw new Error(`No sample for the pattern ${pattern ?? format}. Add one to sampleString.`);
}
