import { describe, expect, it } from '@jest/globals';
import { compareAccount, type Books } from './compare-account.js';

const userId = '9b2a5e2e-5f0c-4c7e-8f43-0b9b8a0f3b11';
const points = { balance: 90, held: 5 };
const ledger = { userId, version: 4, ...points, posted: 90, reserved: 5, unspent: 85 };
const readModel = { reached: 4, line: points, sum: points, shown: points, lastLine: points };
const stream = { userId, version: 4, ...points };
const agreeing: Books = { ledger, readModel, stream };
const other = { balance: 91, held: 5 };

describe('R27: the books of an account', () => {
  it('agree when all tell the same at the version of the ledger', () => {
    expect(compareAccount(agreeing)).toBeNull();
  });

  it('agree also when the read model has come further meanwhile', () => {
    const ahead = { ...readModel, reached: 9, shown: other, lastLine: other };
    expect(compareAccount({ ...agreeing, readModel: ahead })).toBeNull();
  });

  it.each<[string, Partial<Books>]>([
    ['the read model has not come there', { readModel: { ...readModel, reached: 3 } }],
    ['the read model has never heard of it', { readModel: undefined }],
    ['nobody knows the place in the stream', { stream: 'not known yet' }],
  ])('are compared later while %s', (_, change) => {
    expect(compareAccount({ ...agreeing, ...change })).toBe('behind');
  });

  it.each<[string, Partial<Books>]>([
    ['the ledger does not', { ledger: undefined }],
    ['its entries add up to 89', { ledger: { ...ledger, posted: 89 } }],
    ['its open holds reserve 4', { ledger: { ...ledger, reserved: 4 } }],
    ['86 are left of its grants', { ledger: { ...ledger, unspent: 86 } }],
    ['the stream lacks the event of version 4', { stream: null }],
    ['the stream holds another event', { stream: { ...stream, version: 3 } }],
    ['the stream 91 and 5', { stream: { ...stream, ...other } }],
    ['the read model 91 and 5', { readModel: { ...readModel, line: other } }],
    ['lines of the read model together 91 and 5', { readModel: { ...readModel, sum: other } }],
    ['the balance that is shown tells', { readModel: { ...readModel, shown: other } }],
  ])('differ, and say so: %s', (said, change) => {
    expect(compareAccount({ ...agreeing, ...change })).toEqual({
      differs: expect.stringContaining(said),
    });
  });
});
