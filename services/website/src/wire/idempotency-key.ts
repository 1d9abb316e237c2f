import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { idempotencyKey, PhoenixError } from '#libs/contracts';
import { factsOf } from './request-facts.js';
import type { RequestPart } from './request-part.js';

export const idempotencyHeader = 'Idempotency-Key';

/** The key under which this request moves energy at most once. Refusal: `INVALID_MESSAGE`, which names the header (R13). */
export function IdempotencyKey(): ParameterDecorator {
  return Key({ name: 'header', header: idempotencyHeader, shape: idempotencyKey });
}

const Key = createParamDecorator((_part: RequestPart, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = idempotencyKeyFrom(request.headers);
  factsOf(request).keyed = true;
  return key;
});

export function idempotencyKeyFrom(headers: FastifyRequest['headers']): string {
  const value = headers[idempotencyHeader.toLowerCase()];
  if (value === undefined) {
    throw faulty('is missing; send a uuid of your own, the same one when you ask again');
  }
  const key = idempotencyKey.safeParse(value);
  if (!key.success) throw faulty('is not a uuid');
  // The same uuid in capitals is the same key.
  return key.data.toLowerCase();
}

function faulty(problem: string): PhoenixError<'INVALID_MESSAGE'> {
  return new PhoenixError('INVALID_MESSAGE', `The header ${idempotencyHeader} ${problem}.`, {
    issues: [{ field: idempotencyHeader, problem }],
  });
}
