import { z } from 'zod';
import type { EventContract, JsonSchema } from '#libs/contracts';
import { nameOfEvent } from './charters.js';

/** R3: what a person wrote cannot be put into an event, since no string in it is free. */
export function freeStrings(event: EventContract): string[] {
  const schema = z.toJSONSchema(event.data, { unrepresentable: 'any' }) as JsonSchema;
  return openPlaces(schema, '').map(
    (place) =>
      `${nameOfEvent(event)}: ${place || 'data'} could hold anything a person wrote. Use an id, a number, an enum, a code or a date, and keep words in their owner's table.`,
  );
}

/** The places of a schema that take any text, or anything at all. */
function openPlaces(schema: JsonSchema | boolean, place: string): string[] {
  if (typeof schema === 'boolean') return schema ? [place] : [];
  if (schema.$ref) return [place];
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (branches.length > 0) return branches.flatMap((branch) => openPlaces(branch, place));
  switch (schema.type) {
    case 'string':
      return isClosed(schema) ? [] : [place];
    case 'object':
      return openMembers(schema, place);
    case 'array':
      return [schema.items ?? true, ...(schema.prefixItems ?? [])]
        .flat()
        .flatMap((item) => openPlaces(item as JsonSchema, `${place}[]`));
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return [];
    default:
      return schema.const === undefined && !schema.enum ? [place] : [];
  }
}

function openMembers(schema: JsonSchema, place: string): string[] {
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    openPlaces(member, place ? `${place}.${name}` : name),
  );
  const others = openPlaces((schema.additionalProperties ?? true) as JsonSchema, `${place}{}`);
  const names = schema.propertyNames
    ? openPlaces(schema.propertyNames as JsonSchema, `${place}{}`)
    : [];
  return [...members, ...others, ...names];
}

const closedFormats = new Set(['uuid', 'date', 'date-time']);

function isClosed({ enum: values, const: value, format, pattern }: JsonSchema): boolean {
  if (values || value !== undefined || closedFormats.has(format ?? '')) return true;
  return pattern !== undefined && isBoundedCode(pattern);
}

/** A whole-value pattern of bounded length that has no place for a space or for an arbitrary character. */
function isBoundedCode(pattern: string): boolean {
  const bare = pattern.replace(/\\[.\-/\\]/g, '');
  const anchored = /^\^.*\$$/.test(pattern) && !bare.includes('|');
  return anchored && !/[.+*\s]|\{\d+,\}|\[\^|\\[sSDWpP]/.test(bare);
}
