import { expect, it } from '@jest/globals';
import { addClosingLines, closingLine, nothingRan } from './closing-line.mjs';

it('adds the counts of several runs', () => {
  const first = closingLine({ passed: 12, failed: 0, skipped: 3 });
  expect(addClosingLines([first, nothingRan])).toBe('tests: 12 passed, 1 failed, 3 skipped');
});
