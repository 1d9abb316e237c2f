import { describe, expect, it } from '@jest/globals';
import { grantEnergy } from '#libs/contracts';
import { invalidMessage } from './invalid-message.js';

function problemsOf(body: Record<string, unknown>): Record<string, string> {
  const { error } = grantEnergy.request.safeParse(body);
  const invalid = invalidMessage(grantEnergy, body, error!);
  if (!invalid.is('INVALID_MESSAGE')) throw invalid;
  return Object.fromEntries(invalid.details.issues.map(({ field, problem }) => [field, problem]));
}

describe('what is wrong with a message', () => {
  it('is said in words, field by field', () => {
    const problems = problemsOf({ amount: 1.5, reason: {}, expiresAt: 'tomorrow' });
    expect(problems).toMatchObject({
      amount: 'must be a whole number',
      reason: 'must be a string',
      idempotencyKey: 'is missing',
    });
  });

  it('names a date that Postgres cannot hold', () => {
    const { expiresAt } = problemsOf({ expiresAt: '0000-01-01T00:00:00.000Z' });
    expect(expiresAt).toBe('is in the year 0, which Postgres does not have');
  });
});
