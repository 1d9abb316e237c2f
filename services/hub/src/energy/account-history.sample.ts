import { accountOpened, energyGranted, Refusal } from '#libs/contracts';
import type { Accepted, DecisionContext } from './decision.js';
import { evolve, noAccount, type EnergyAccount } from './energy-account.js';
import { happened, type AccountEvent } from './event-of-account.js';
import { builtInPrices } from './price-list.js';

export const sampleUser = '6f3a2b1c-0d4e-4f5a-8b6c-7d8e9f0a1b2c';
export const noon = '2026-11-22T12:00:00.000Z';

/** Ids 1, 2, 3 … as uuids, and noon unless another time is given. */
export function countingContext(now = noon): DecisionContext {
  let last = 0;
  return { now, newId: () => numberedId(++last), catalogue: builtInPrices };
}

export function numberedId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A key that no other request has, and the fingerprint of some body. */
export const sampleKey = { idempotencyKey: numberedId(77), fingerprint: 'f'.repeat(64) };

export const opened: AccountEvent = happened(
  accountOpened,
  { catalogueVersion: 1 },
  '2026-11-01T08:00:00.000Z',
);

/** A grant whose id is the number; `balance` is what the account has after it. */
export function granted(
  id: number,
  amount: number,
  balance: number,
  expiresAt: string | null = null,
): AccountEvent {
  const occurredAt = `2026-11-02T08:00:0${id % 10}.000Z`;
  const data = {
    entryId: numberedId(1_000 + id),
    grantId: numberedId(id),
    source: 'welcome' as const,
    amount,
    expiresAt,
    balance,
    held: 0,
  };
  return happened(energyGranted, data, occurredAt);
}

/** What an accepted decision leads to; fails when it was refused. */
export function accepted<Reply>(decision: Accepted<Reply> | Refusal): Accepted<Reply> {
  if (decision instanceof Refusal) throw new Error(`It was refused: ${decision.message}`);
  return decision;
}

/** An open account whose welcome grant 1 is of so many points. */
export function accountWith(points: number, ...more: AccountEvent[]): EnergyAccount {
  return [opened, granted(1, points, points), ...more].reduce(evolve, noAccount(sampleUser));
}
