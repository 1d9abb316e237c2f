import { jsonSchemaOf, type JsonSchema, type Side } from '#libs/contracts';
import type { z } from 'zod';
import { toSnakeCase } from '../wire/key-case.js';

type Schema = JsonSchema | boolean;

/** A shape as HTTP has it: its fields in snake case, at any depth. */
export function snakeSchemaOf(shape: z.ZodType, side: Side): JsonSchema {
  return withSnakeFields(jsonSchemaOf(shape, side)) as JsonSchema;
}

export function withSnakeFields(schema: Schema): Schema {
  if (typeof schema === 'boolean') return schema;
  const { properties, required, items, additionalProperties, anyOf, oneOf, allOf } = schema;
  const all = (some: Schema[]) => some.map(withSnakeFields) as JsonSchema[];
  return {
    ...schema,
    ...(properties && { properties: snakeProperties(properties) }),
    ...(required && { required: required.map(toSnakeCase) }),
    ...(items && { items: Array.isArray(items) ? all(items) : withSnakeFields(items) }),
    ...(additionalProperties && { additionalProperties: withSnakeFields(additionalProperties) }),
    ...(anyOf && { anyOf: all(anyOf) }),
    ...(oneOf && { oneOf: all(oneOf) }),
    ...(allOf && { allOf: all(allOf) }),
  } as JsonSchema;
}

function snakeProperties(properties: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      toSnakeCase(name),
      withSnakeFields(schema),
    ]),
  );
}
