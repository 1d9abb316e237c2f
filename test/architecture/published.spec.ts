import { describe, expect, it } from '@jest/globals';
import {
  allowedIn,
  breakingChanges,
  faultsOfChanges,
  publications,
  publishedIn,
} from '#libs/documents';
import { root } from './rules/tree.js';

const advice =
  'Make it possible for the older side to go on (CONTRIBUTING, "How a contract is changed"), or allow the change with its reason in test/architecture/allowed-changes.json:';

describe('R6: what was published', () => {
  const published = publishedIn(root);

  it('is not broken, unless a reason is given', () => {
    const changes = breakingChanges(published, publications());
    const faults = faultsOfChanges(changes, allowedIn(root));
    expect(faults.length > 0 ? [advice, ...faults] : []).toEqual([]);
  });

  it('would be broken by any contract that goes away', () => {
    expect(published.length).toBeGreaterThan(30);
    expect(breakingChanges(published, [])).toHaveLength(published.length);
  });

  it('is broken with a reason only, for a change that there is', () => {
    const change = { contract: 'command.cat.feed', change: 'is gone' };
    const allowed = { ...change, reason: 'No cat was ever fed.' };
    const faults = (all: { contract: string; change: string; reason: string }[]) =>
      faultsOfChanges([change], all);
    expect(faults([allowed])).toEqual([]);
    expect(faults([])).toEqual(['command.cat.feed: is gone.']);
    expect(faults([{ ...allowed, reason: ' ' }])).toEqual([
      expect.stringContaining('without a reason'),
    ]);
    expect(faults([allowed, { ...allowed, contract: 'command.dog.feed' }])).toEqual([
      expect.stringContaining('is no change'),
    ]);
  });
});
