import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { PhoenixError } from '#libs/contracts';
import { withCamelKeys, type CamelKeys } from './key-case.js';
import type { RequestPart } from './request-part.js';

/** What a handler gets of a shape: what HTTP calls `expected_cost` is `expectedCost` in code. */
export type Read<Shape extends z.ZodType> = CamelKeys<z.output<Shape>>;

/** The request's body by this shape. Refusal: `INVALID_MESSAGE`, which names each field as HTTP has it. */
export function JsonBody(shape: z.ZodType): ParameterDecorator {
  return Part({ name: 'body', shape });
}

/** The parameters after the `?` by this shape; refused like a body. */
export function QueryParameters(shape: z.ZodType): ParameterDecorator {
  return Part({ name: 'query', shape });
}

type ShapedPart = Extract<RequestPart, { name: 'body' | 'query' }>;

// The schema comes wrapped: Nest would take a bare one for a pipe of its own.
const Part = createParamDecorator(({ name, shape }: ShapedPart, context: ExecutionContext) =>
  readShape(shape, context.switchToHttp().getRequest<FastifyRequest>()[name]),
);

/** Reads a value by a shape in the words of HTTP; what the shape does not name is left out. */
export function readShape<Shape extends z.ZodType>(shape: Shape, value: unknown): Read<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return withCamelKeys(parsed.data) as Read<Shape>;
  const issues = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
    field: path.map(String).join('.') || '(body)',
    problem: message,
  }));
  const fields = issues.map(({ field }) => field).join(', ');
  throw new PhoenixError('INVALID_MESSAGE', `The request is not valid: look at ${fields}.`, {
    issues,
  });
}
