import { exampleOf, type JsonSchema } from '#libs/contracts';

/** A value that a schema takes; the path says which text in it is special. */
export interface Sample {
  readonly path: string;
  readonly value: unknown;
}

/** The smallest value that a schema takes: required members only. */
export function sampleOf(schema: JsonSchema): Sample {
  return { path: '', value: exampleOf(schema) };
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
    const base = exampleOf(schema) as object;
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
