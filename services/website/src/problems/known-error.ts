import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PhoenixError } from '#libs/contracts';
import { bodyLimit } from '../wire/body-limit.js';
import { edgeProblems, endlessBody, unreadable } from './edge-problems.js';
import type { Problem } from './problem.js';

/** What was thrown as an error of the table or a problem of HTTP's own; anything else is INTERNAL, caused by it. */
export function knownError(error: unknown, request: FastifyRequest): PhoenixError | Problem {
  if (error instanceof PhoenixError) return error;
  if (error instanceof HttpException && error.getStatus() < 500) {
    return httpProblem(error.getStatus(), request);
  }
  return new PhoenixError('INTERNAL', 'A request failed.', {}, { cause: error });
}

function httpProblem(status: number, request: FastifyRequest): PhoenixError | Problem {
  if (status !== 413) return { status, ...(edgeProblems[status] ?? unreadable), details: {} };
  const actualBytes = Number(request.headers['content-length']);
  if (!Number.isSafeInteger(actualBytes)) {
    return { status, ...endlessBody(bodyLimit), details: { limit_bytes: bodyLimit } };
  }
  const sentence = `The body has ${actualBytes} bytes; at most ${bodyLimit} are taken.`;
  return new PhoenixError('PAYLOAD_TOO_LARGE', sentence, { limitBytes: bodyLimit, actualBytes });
}
