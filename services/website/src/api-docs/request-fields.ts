import { z } from 'zod';
import { jsonSchemaOf, type JsonSchema } from '#libs/contracts';
import { toCamelCase } from '../wire/key-case.js';
import type { Answer } from '../wire/operation.js';
import { snakeSchemaOf, withSnakeFields } from './snake-schema.js';

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/**
 * The fields of a body or query, called as HTTP calls them. The edge takes a field loosely and leaves it to its service
 * to say what is wrong; so the contract's own schema of a field is what is told, where the contract has it.
 */
export function requestFields(shape: z.ZodType, answer: Answer): Field[] {
  const told = 'request' in answer ? jsonSchemaOf(answer.request, 'input') : {};
  return Object.entries(objectIn(shape).shape as Record<string, z.ZodType>).map(([name, own]) => {
    const camel = toCamelCase(name);
    const schema = told.properties?.[camel];
    return {
      name,
      required: !own.safeParse(undefined).success || (told.required ?? []).includes(camel),
      schema: schema ? (withSnakeFields(schema) as JsonSchema) : snakeSchemaOf(own, 'input'),
    };
  });
}

/** The object that a shape reads in the end: older names of fields are moved before. */
function objectIn(shape: z.ZodType): z.ZodObject {
  if (shape instanceof z.ZodObject) return shape;
  if (shape instanceof z.ZodPipe) return objectIn(shape.def.out as z.ZodType);
  throw new Error('A body or query is an object: describe it with z.object().');
}
