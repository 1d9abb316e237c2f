import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { foldAccount, noAccount, type AccountEvent } from './fold-account.js';

const opened = (subjectVersion: number): AccountEvent => ({
  type: 'AccountOpened',
  eventVersion: 1,
  subjectVersion,
  data: { catalogueVersion: 1 },
});

const granted = (subjectVersion: number, amount: number, balance: number): AccountEvent => ({
  type: 'EnergyGranted',
  eventVersion: 1,
  subjectVersion,
  data: {
    entryId: randomUUID(),
    grantId: randomUUID(),
    source: 'welcome',
    amount,
    expiresAt: null,
    balance,
    held: 0,
  },
});

const consumed = (subjectVersion: number, cost: number, balance: number): AccountEvent => ({
  type: 'EnergyConsumed',
  eventVersion: 1,
  subjectVersion,
  data: {
    entryId: randomUUID(),
    action: 'conseil_rapide',
    cost,
    listCost: cost,
    catalogueVersion: 1,
    grants: [{ grantId: randomUUID(), amount: cost }],
    idempotencyKey: randomUUID(),
    fingerprint: 'a'.repeat(64),
    balance,
    held: 0,
  },
});

const key = { idempotencyKey: randomUUID(), fingerprint: 'a'.repeat(64) };

const held = (subjectVersion: number, amount: number, total: number): AccountEvent => ({
  type: 'EnergyHoldPlaced',
  eventVersion: 1,
  subjectVersion,
  data: {
    ...{ holdId: randomUUID(), action: 'lettre_motivation', owner: 'letters', ...key },
    ...{ amount, listCost: amount, catalogueVersion: 1, expiresAt: '2026-01-01T00:00:00.000Z' },
    ...{ grants: [{ grantId: randomUUID(), amount }], balance: 100, held: total },
  },
});

const captured = (subjectVersion: number, cost: number, returned: number): AccountEvent => ({
  type: 'EnergyHoldCaptured',
  eventVersion: 1,
  subjectVersion,
  data: {
    ...{ entryId: randomUUID(), holdId: randomUUID(), action: 'lettre_motivation', ...key },
    ...{ cost, listCost: 15, catalogueVersion: 1, grants: [], regrant: null },
    ...{ returned: [{ grantId: randomUUID(), amount: returned }], balance: 100 - cost, held: 0 },
  },
});

const fold = (...events: AccountEvent[]) => events.reduce(foldAccount, noAccount);

describe('an account folded from its events', () => {
  it('adds grants and subtracts consumes', () => {
    const account = fold(opened(1), granted(2, 100, 100), consumed(3, 5, 95));
    expect(account).toEqual({ version: 3, balance: 95, held: 0, fault: null });
  });

  it('keeps what is held apart from the balance, until it is captured or comes back', () => {
    const before = [opened(1), granted(2, 100, 100), held(3, 15, 15)];
    expect(fold(...before)).toMatchObject({ balance: 100, held: 15, fault: null });
    const account = fold(...before, captured(4, 9, 6));
    expect(account).toEqual({ version: 4, balance: 91, held: 0, fault: null });
  });

  it('R27: names a capture that frees another number of points than were held', () => {
    const { fault } = fold(opened(1), granted(2, 100, 100), held(3, 15, 15), captured(4, 9, 5));
    expect(fault).toContain('it tells balance 91 and held 0');
  });

  it('R2: takes a version once, however often it comes', () => {
    const events = [opened(1), granted(2, 100, 100), consumed(3, 5, 95)];
    expect(fold(...events, events[1]!, events[2]!)).toEqual(fold(...events));
  });

  it('R2: names a hole in the versions, and stays where it was', () => {
    const account = fold(opened(1), granted(2, 100, 100), consumed(4, 5, 90));
    expect(account).toMatchObject({ version: 2, balance: 100 });
    expect(account.fault).toBe(
      'EnergyConsumed, version 4: the version before it is 2, so the stream has a hole',
    );
  });

  it('R27: believes the amounts, and names an event whose balance they do not give', () => {
    const { fault } = fold(opened(1), granted(2, 100, 100), consumed(3, 5, 90));
    expect(fault).toContain(
      'it tells balance 90 and held 0, the events before it and its amount give 95 and 0',
    );
  });

  it('names an event that it does not know, by type or by form', () => {
    expect(fold({ ...opened(1), type: 'EnergyGuessed' }).fault).toContain('does not know');
    expect(fold({ ...opened(1), eventVersion: 2 }).fault).toContain('the form 1 of it, not 2');
  });

  it('names the field that breaks the contract', () => {
    const { fault } = fold({ ...opened(1), data: { catalogueVersion: 'one' } });
    expect(fault).toBe('AccountOpened, version 1: its data break the contract (catalogueVersion)');
  });

  it('R6: takes an event with a field that it does not know', () => {
    const event = { ...opened(1), data: { catalogueVersion: 1, later: true } };
    expect(fold(event)).toMatchObject({ version: 1, fault: null });
  });
});
