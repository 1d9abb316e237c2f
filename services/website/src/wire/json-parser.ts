import type { FastifyRequest } from 'fastify';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { PhoenixError } from '#libs/contracts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** No message of ours is deeper, and what walks a body may recurse this far. */
const deepest = 64;

type Done = (error: Error | null, body?: unknown) => void;

/**
 * The value in a JSON body, every character as it was sent; no body is undefined. Refusal: `INVALID_MESSAGE`, also
 * for lists and objects nested deeper than 64 levels.
 */
export function parseJsonBody(_request: FastifyRequest, bytes: Buffer, done: Done): void {
  if (bytes.length === 0) return done(null, undefined);
  try {
    const body: unknown = JSON.parse(strictUtf8.decode(bytes));
    if (isDeep(body)) return done(unreadable(`is nested deeper than ${deepest} levels`));
    done(null, body);
  } catch (error) {
    done(unreadable(error instanceof SyntaxError ? 'is not valid JSON' : 'is not valid UTF-8'));
  }
}

/** Level by level, as a body may be deeper than the stack. */
function isDeep(body: unknown): boolean {
  let level = [body].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === deepest) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
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
