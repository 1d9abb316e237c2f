import { PhoenixError, type Contract } from '#libs/contracts';
import type { z } from 'zod';

/**
 * Names each field of a request that breaks its contract. An action that the catalogue does not have is the
 * refusal `UNKNOWN_ACTION` where the contract lists it, since that is what a caller with another catalogue meets.
 */
export function invalidMessage(
  contract: Contract,
  body: Record<string, unknown>,
  error: z.ZodError,
): PhoenixError {
  const [first] = error.issues;
  const action = body.action;
  const onlyAction =
    error.issues.length === 1 && first?.path[0] === 'action' && typeof action === 'string';
  if (onlyAction && contract.refusals.includes('UNKNOWN_ACTION')) {
    const name = action.slice(0, 64);
    return new PhoenixError('UNKNOWN_ACTION', 'The catalogue has no such action.', {
      action: name,
    });
  }
  const issues = error.issues.slice(0, 20).map((issue) => ({
    field: fieldOf(issue),
    problem: problemOf(issue, body),
  }));
  const fields = issues.map((issue) => issue.field).join(', ');
  return new PhoenixError('INVALID_MESSAGE', `The message is not valid: look at ${fields}.`, {
    issues,
  });
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.map(String).join('.') || '(message)';
}

/** In words for whoever wrote the client: never a pattern, never a library's own sentence. */
function problemOf(issue: z.core.$ZodIssue, body: unknown): string {
  if (valueAt(body, issue.path) === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${named(issue.expected)}`;
    case 'invalid_format':
      return issue.format === 'regex' ? 'has the wrong form' : `must be a ${issue.format}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function named(type: string): string {
  if (type === 'int') return 'a whole number';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null)?.[key],
    body,
  );
}
