import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What may be sent, or what is read of it: a field with a default may be left out of the one and is in the other. */
export type Side = 'input' | 'output';

/**
 * A shape as JSON Schema 2020-12, for whoever reads or writes it in another language. Fields that it does not name are
 * let be (R6), and a format stands without the pattern by which zod checks it.
 */
export function jsonSchemaOf(shape: z.ZodType, side: Side): JsonSchema {
  const schema = z.toJSONSchema(shape, {
    io: side,
    override: ({ jsonSchema }) => simplify(jsonSchema),
  });
  // Plain JSON: zod's own value carries hidden members.
  const { $schema: _dialect, ...plain } = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  return plain;
}

function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format) delete schema.pattern;
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
