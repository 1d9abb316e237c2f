import { describe, expect, it } from '@jest/globals';
import { compareAccount } from './compare-account.js';

const at = (version: number, balance = 100) => ({ version, balance, held: 0 });
const ledgerAt = (version: number, balance = 100, held = 0) => ({
  ...{ version, balance, held },
  ...{ posted: balance, reserved: held, unspent: balance - held },
});
const streamAt = (version: number, balance = 100) => ({ ...at(version, balance), fault: null });

describe('R27: an account in the three books', () => {
  it('agrees when all are at one version with the same figures', () => {
    const verdict = compareAccount({ ledger: ledgerAt(2), stream: streamAt(2), readModel: at(2) });
    expect(verdict).toEqual({ state: 'agree' });
  });

  it.each([
    ['the stream has not yet', { ledger: ledgerAt(3, 95), stream: streamAt(2), readModel: at(2) }],
    [
      'more than the ledger',
      { ledger: ledgerAt(2), stream: streamAt(3, 95), readModel: at(3, 95) },
    ],
    ['behind the stream', { ledger: ledgerAt(3, 95), stream: streamAt(3, 95), readModel: at(2) }],
    ['ahead of the stream', { ledger: ledgerAt(2), stream: streamAt(2), readModel: at(3, 95) }],
  ])('is moving, not wrong, while versions differ: %s', (reason, figures) => {
    expect(compareAccount(figures)).toEqual({
      state: 'moving',
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    ['ledger is', { ledger: ledgerAt(2, 99), stream: streamAt(2), readModel: at(2) }],
    ['read model is', { ledger: ledgerAt(2), stream: streamAt(2), readModel: at(2, 99) }],
    [
      'ledger and read model are',
      { ledger: ledgerAt(2, 98), stream: streamAt(2), readModel: at(2, 99) },
    ],
    ['ledger is', { ledger: ledgerAt(2, 100, 5), stream: streamAt(2), readModel: at(2) }],
  ])('differs at one version, and says whose figures are not the events’: %s', (who, figures) => {
    expect(compareAccount(figures)).toEqual({
      state: 'differ',
      reason: `at one version, ${who} not what the events add up to`,
    });
  });

  it.each([
    ['its entries add up to 99', { posted: 99 }],
    ['its open holds reserve 3', { reserved: 3 }],
    ['98 are left of its grants', { unspent: 98 }],
  ])('differs at once when the ledger is not the sum of its own rows: %s', (reason, rows) => {
    const ledger = { ...ledgerAt(9), ...rows };
    const verdict = compareAccount({ ledger, stream: streamAt(2), readModel: at(2) });
    expect(verdict).toEqual({ state: 'differ', reason: expect.stringContaining(reason) });
  });

  it('differs at once when the events themselves cannot be', () => {
    const stream = { ...streamAt(2), fault: 'a hole' };
    const verdict = compareAccount({ ledger: ledgerAt(9), stream, readModel: at(2) });
    expect(verdict).toEqual({ state: 'differ', reason: 'the stream cannot be: a hole' });
  });
});
