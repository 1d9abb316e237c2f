import { describe, expect, it } from '@jest/globals';
import { PhoenixError } from '#libs/contracts';
import { explain } from './explain.js';

describe('an error on the command line', () => {
  it('is only what was refused, when that says it all', () => {
    const refused = new PhoenixError('ACCOUNT_NOT_FROZEN', 'This account is not frozen.', {
      userId: 'x',
    });
    expect(explain(refused, false)).toBe('This account is not frozen.');
  });

  it('says what is wrong with each field', () => {
    const issues = [{ field: 'reason', problem: 'must be at least 1' }];
    const invalid = new PhoenixError('INVALID_MESSAGE', 'Look at reason.', { issues });
    expect(explain(invalid, false)).toBe('Look at reason. reason must be at least 1.');
  });

  it('R14: says that nobody knows whether it was done, and to look before it is done again', () => {
    const late = (details: { outcome?: 'unknown' }) =>
      explain(new PhoenixError('TIMED_OUT', 'No answer came.', { afterMs: 1, ...details }), false);
    expect(late({ outcome: 'unknown' })).toMatch(/not known: look with `.*tail.*before.*status/);
    expect(late({})).toMatch(/^No answer came\. `npm run phoenix -- status` says/);
  });
});
