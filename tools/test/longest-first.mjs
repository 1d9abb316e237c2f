import TestSequencer from '@jest/test-sequencer';

const longest = ['e2e', 'browser', 'integration'];

/** Two workers end together when the long files come first: jest knows which those are, but not in a fresh clone. */
export default class LongestFirst extends TestSequencer {
  sort(/** @type {Parameters<TestSequencer['sort']>[0]} */ tests) {
    const sorted = /** @type {import('@jest/test-result').Test[]} */ (super.sort(tests));
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

/** @param {import('@jest/test-result').Test} test */
function rank({ context }) {
  const place = longest.indexOf(context.config.displayName?.name ?? '');
  return place === -1 ? longest.length : place;
}
