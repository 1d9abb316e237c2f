import { describe, expect, it } from '@jest/globals';
import { chooseTests } from './choose-tests.mjs';

describe("npm test's command line", () => {
  it('runs everything but browser, runbook and chaos unless told otherwise', () => {
    expect(chooseTests([])).toEqual({
      kinds: ['unit', 'integration', 'e2e'],
      jestArguments: [],
      needsStack: true,
    });
  });

  it('takes kinds first and leaves the rest to jest', () => {
    expect(chooseTests(['unit', '-t', 'chaos'])).toEqual({
      kinds: ['unit'],
      jestArguments: ['-t', 'chaos'],
      needsStack: false,
    });
  });
});
