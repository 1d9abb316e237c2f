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
  const issues = error.issues
    .slice(0, 20)
    .map((issue) => ({ field: fieldOf(issue), problem: issue.message }));
  const fields = issues.map((issue) => issue.field).join(', ');
  return new PhoenixError('INVALID_MESSAGE', `The message is not valid: look at ${fields}.`, {
    issues,
  });
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.map(String).join('.') || '(message)';
}
