import type { FastifyRequest } from 'fastify';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { PhoenixError } from '#libs/contracts';
import { deepestJson, isDeep } from '#libs/messaging';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

type Done = (error: Error | null, body?: unknown) => void;

/**
 * The value in a JSON body, every character as it was sent; no body is undefined. Refusal: `INVALID_MESSAGE`, also
 * for lists and objects nested deeper than 64 levels.
 */
export function parseJsonBody(_request: FastifyRequest, bytes: Buffer, done: Done): void {
  if (bytes.length === 0) return done(null, undefined);
  try {
    if (isDeep(bytes)) return done(unreadable(`is nested deeper than ${deepestJson} levels`));
    done(null, JSON.parse(strictUtf8.decode(bytes)));
  } catch (error) {
    done(unreadable(error instanceof SyntaxError ? 'is not valid JSON' : 'is not valid UTF-8'));
  }
}

/** Any other content is refused with 415, except where the route is unknown anyway. */
export function refuseContentType(request: FastifyRequest, _bytes: Buffer, done: Done): void {
  done(request.is404 ? null : new UnsupportedMediaTypeException());
}

function unreadable(problem: string): PhoenixError<'INVALID_MESSAGE'> {
  return new PhoenixError('INVALID_MESSAGE', `The request body ${problem}.`, {
    issues: [{ field: '(body)', problem }],
  });
}
