import { describe, expect, it } from '@jest/globals';
import { compareAccount } from './compare-account.js';

const at = (version: number, balance = 100) => ({ version, balance, held: 0 });
const streamAt = (version: number, balance = 100) => ({ ...at(version, balance), fault: null });

describe('R27: an account in the three books', () => {
  it('agrees when all are at one version with the same figures', () => {
    const verdict = compareAccount({ ledger: at(2), stream: streamAt(2), readModel: at(2) });
    expect(verdict).toEqual({ state: 'agree' });
  });

  it.each([
    ['the stream has not yet', { ledger: at(3, 95), stream: streamAt(2), readModel: at(2) }],
    ['more than the ledger', { ledger: at(2), stream: streamAt(3, 95), readModel: at(3, 95) }],
    ['behind the stream', { ledger: at(3, 95), stream: streamAt(3, 95), readModel: at(2) }],
    ['ahead of the stream', { ledger: at(2), stream: streamAt(2), readModel: at(3, 95) }],
  ])('is moving, not wrong, while versions differ: %s', (reason, figures) => {
    expect(compareAccount(figures)).toEqual({
      state: 'moving',
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    ['ledger is', { ledger: at(2, 99), stream: streamAt(2), readModel: at(2) }],
    ['read model is', { ledger: at(2), stream: streamAt(2), readModel: at(2, 99) }],
    ['ledger and read model are', { ledger: at(2, 98), stream: streamAt(2), readModel: at(2, 99) }],
    ['ledger is', { ledger: { ...at(2), held: 5 }, stream: streamAt(2), readModel: at(2) }],
  ])('differs at one version, and says whose figures are not the events’: %s', (who, figures) => {
    expect(compareAccount(figures)).toEqual({
      state: 'differ',
      reason: `at one version, ${who} not what the events add up to`,
    });
  });

  it('differs at once when the events themselves cannot be', () => {
    const stream = { ...streamAt(2), fault: 'a hole' };
    const verdict = compareAccount({ ledger: at(9), stream, readModel: at(2) });
    expect(verdict).toEqual({ state: 'differ', reason: 'the stream cannot be: a hole' });
  });
});
