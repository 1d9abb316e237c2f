import { errors, exampleOf, jsonSchemaOf, PhoenixError, type ErrorCode } from '#libs/contracts';
import { edgeProblems } from '../problems/edge-problems.js';
import { problemJson, problemOf } from '../problems/problem.js';
import { tellsWhenToRetry } from '../problems/retry-after.js';
import { isOfTheTable, type ProblemCode } from './problem-codes.js';
import { ref } from './ref.js';

/** Routes that may answer with the same problems of a status share a response. */
export function responseName(codes: readonly ProblemCode[]): string {
  return codes.map(({ code }) => code).join('.');
}

/** Whatever else HTTP finds wrong with a request. */
export const anyOtherProblem = {
  description: 'Any other problem.',
  headers: { 'X-Correlation-Id': ref('headers', 'CorrelationId') },
  content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
};

/** The response with one of these problems, which are of one status; the examples are what the edge really answers. */
export function problemResponse(codes: readonly ProblemCode[]): object {
  const schemas = codes.map(({ code }) => ref('schemas', code));
  const examples = codes.map((one) => [one.code, { value: exampleOfProblem(one) }]);
  const retry = codes.some(({ code }) => isOfTheTable(code) && tellsWhenToRetry(code));
  return {
    description: codes.map(({ code }) => code).join(' or '),
    headers: {
      'X-Correlation-Id': ref('headers', 'CorrelationId'),
      ...(codes[0]?.status === 401 && { 'WWW-Authenticate': ref('headers', 'WwwAuthenticate') }),
      ...(retry && { 'Retry-After': ref('headers', 'RetryAfter') }),
    },
    content: {
      'application/problem+json': {
        schema: schemas.length === 1 ? schemas[0] : { oneOf: schemas },
        examples: Object.fromEntries(examples) as object,
      },
    },
  };
}

function exampleOfProblem({ code, status }: ProblemCode): object {
  const problem = isOfTheTable(code)
    ? problemOf(exampleError(code), false)
    : { status, ...edgeProblems[status]!, details: {} };
  return problemJson(problem, '/api/…', '00000000-0000-4000-8000-000000000001');
}

function exampleError(code: ErrorCode): PhoenixError {
  const details = exampleOf(jsonSchemaOf(errors[code].details, 'output'));
  return new PhoenixError(code, 'An example.', details as never);
}
