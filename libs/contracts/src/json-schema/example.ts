import type { JsonSchema } from './json-schema.js';

/** The smallest value that a schema takes: its own example where it has one, and required members only. */
export function exampleOf(schema: JsonSchema): unknown {
  const given = schema.const ?? schema.default ?? schema.examples?.[0] ?? schema.enum?.[0];
  if (given !== undefined) return given;
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return exampleOf(branches[0] as JsonSchema);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [
          name,
          exampleOf(schema.properties![name] as JsonSchema),
        ]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        exampleOf(schema.items as JsonSchema),
      );
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return exampleText(schema);
  }
}

function exampleText({ format, pattern, minLength = 1 }: JsonSchema): string {
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000001';
  if (format === 'date-time') return '2026-01-31T12:00:00.000Z';
  if (format === 'date') return '2026-01-31';
  if (!format && !pattern) return 'a'.repeat(minLength);
  throw new Error(
    `There is no example of ${pattern ?? format}. Give one: .meta({ examples: [...] }).`,
  );
}
