import { errors, universalErrors, type ErrorCode } from '#libs/contracts';
import { edgeProblems } from '../problems/edge-problems.js';
import type { OwnRefusal } from '../wire/operation.js';
import type { Route } from './routes-of.js';

/** A problem that a route may answer with: an error of the table, or one that only HTTP has. */
export interface ProblemCode {
  readonly status: number;
  readonly code: string;
}

/** What a route may answer instead, by status. */
export function problemCodesOf(route: Route): Map<number, ProblemCode[]> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const refusal of new Set([...ownRefusals(route), ...refusalsOfAnswer(route)])) {
    const problem = problemCode(refusal);
    byStatus.set(problem.status, [...(byStatus.get(problem.status) ?? []), problem]);
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b));
}

export function isOfTheTable(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}

/** What the edge itself refuses. */
function ownRefusals({ forUser, parts }: Route): OwnRefusal[] {
  const hasBody = parts.some(({ name }) => name === 'body');
  return [
    ...(parts.length > 0 ? (['INVALID_MESSAGE'] as const) : []),
    ...(forUser ? (['UNAUTHENTICATED', 'FORBIDDEN', 'UNAVAILABLE'] as const) : []),
    ...(hasBody ? (['PAYLOAD_TOO_LARGE', 415] as const) : []),
    'INTERNAL',
  ];
}

function refusalsOfAnswer({ operation }: Route): readonly OwnRefusal[] {
  const answer = operation?.answer;
  if (!answer) return [];
  return 'request' in answer ? [...answer.refusals, ...universalErrors] : (answer.refusals ?? []);
}

function problemCode(refusal: OwnRefusal): ProblemCode {
  if (typeof refusal === 'string') return { status: errors[refusal].status, code: refusal };
  const problem = edgeProblems[refusal];
  if (problem) return { status: refusal, code: problem.code };
  throw new Error(`${refusal} has no words: add it to edge-problems.ts.`);
}
