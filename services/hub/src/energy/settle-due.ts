import { energyExpired, energyHoldExpired, subscriptionEnded } from '#libs/contracts';
import type { DecisionContext } from './decision.js';
import { evolve, type EnergyAccount } from './energy-account.js';
import { happened, type AccountEvent } from './event-of-account.js';
import { giveBack } from './give-back.js';
import type { Grant } from './grants-of-account.js';
import type { OpenHold } from './hold-of-account.js';

/** An event that time brought about, and what it was that reached its date: a hold, a grant, or the user's subscription. */
export interface DueEvent {
  readonly event: AccountEvent;
  readonly causedBy: string;
}

type DueContext = Pick<DecisionContext, 'now' | 'newId'>;

interface Due {
  readonly at: string;
  readonly id: string;
  readonly tell: (account: EnergyAccount, context: DueContext) => AccountEvent;
}

/** What is due by now, in order of due time, then id (R11): each as if it had been told in time. */
export function settleDue(account: EnergyAccount, context: DueContext): readonly DueEvent[] {
  const told: DueEvent[] = [];
  let at = account;
  // Points that come back may be due themselves, so what is next is looked for anew each time.
  for (let due = firstDue(at); due && due.at <= context.now; due = firstDue(at)) {
    const event = due.tell(at, context);
    told.push({ event, causedBy: due.id });
    at = evolve(at, event);
  }
  return told;
}

/** When something of the account is due next; null when nothing ever is. */
export function nextDueAt(account: EnergyAccount): string | null {
  return firstDue(account)?.at ?? null;
}

function firstDue({ userId, holds, grants, unlimited }: EnergyAccount): Due | undefined {
  let first: Due | undefined;
  const consider = (due: Due) => {
    if (!first || due.at < first.at || (due.at === first.at && due.id < first.id)) first = due;
  };
  for (const hold of holds) consider({ at: hold.expiresAt, id: hold.id, tell: holdExpired(hold) });
  for (const grant of grants) {
    const { id, expiresAt } = grant;
    if (expiresAt !== null) consider({ at: expiresAt, id, tell: grantExpired(grant) });
  }
  if (unlimited) consider({ at: unlimited.endsAt, id: userId, tell: ended(unlimited.endsAt) });
  return first;
}

function holdExpired({ id: holdId, amount, grants, expiresAt }: OpenHold): Due['tell'] {
  return ({ balance, held }, context) => {
    const data = { holdId, ...giveBack(grants, expiresAt, context), balance, held: held - amount };
    return happened(energyHoldExpired, data, context.now);
  };
}

function grantExpired({ id: grantId, remaining: amount }: Grant): Due['tell'] {
  return ({ balance, held }, { now, newId }) => {
    const data = { entryId: newId(), grantId, amount, balance: balance - amount, held };
    return happened(energyExpired, data, now);
  };
}

function ended(endedAt: string): Due['tell'] {
  return ({ balance, held }, { now }) =>
    happened(subscriptionEnded, { endedAt, balance, held }, now);
}
