import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '#libs/contracts';

/** Keywords that say something to people only. */
export const words: ReadonlySet<string> = new Set([
  '$id',
  '$schema',
  'title',
  'description',
  'examples',
  'default',
]);

/** Keywords that are compared by what lies below them. */
const structure = new Set([
  'properties',
  'required',
  'additionalProperties',
  'items',
  'anyOf',
  'oneOf',
]);

const lowest = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']);
const highest = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']);

/** What keeps `reader` from taking a value of `writer` by itself, whatever is below. A keyword unknown here must be the same. */
export function narrowedKeywords(writer: JsonSchema, reader: JsonSchema): string[] {
  return Object.keys(reader)
    .filter((keyword) => !words.has(keyword) && !structure.has(keyword))
    .flatMap((keyword) => narrowedKeyword(keyword, writer, reader));
}

function narrowedKeyword(keyword: string, writer: JsonSchema, reader: JsonSchema): string[] {
  const [written, read] = [writer[keyword], reader[keyword]];
  if (keyword === 'type') return narrowedType(writer, reader);
  if (keyword === 'const' || keyword === 'enum') return narrowedValues(writer, reader);
  if (lowest.has(keyword) && typeof written === 'number' && written >= (read as number)) return [];
  if (highest.has(keyword) && typeof written === 'number' && written <= (read as number)) return [];
  return isDeepStrictEqual(written, read) ? [] : [`${keyword} ${JSON.stringify(read)}`];
}

function narrowedType(writer: JsonSchema, reader: JsonSchema): string[] {
  if (reader.type === writer.type || (reader.type === 'number' && writer.type === 'integer'))
    return [];
  return [`${String(reader.type)}, not ${String(writer.type ?? 'anything')}`];
}

function narrowedValues(writer: JsonSchema, reader: JsonSchema): string[] {
  const read = valuesOf(reader)!;
  const unknown = valuesOf(writer)?.filter((value) => !read.includes(value));
  if (!unknown) return [`only ${read.join(', ')}`];
  return unknown.length > 0 ? [`not ${unknown.join(', ')}`] : [];
}

function valuesOf({ const: value, enum: values }: JsonSchema): unknown[] | undefined {
  return value === undefined ? values : [value];
}
