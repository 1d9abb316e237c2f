import type { EnergyAccount } from '../energy/energy-account.js';
import type { AccountEvent } from '../energy/event-of-account.js';

/** What the account's own row says after an event; grants and holds are rows of their own. */
export function figuresAfter(before: EnergyAccount, event: AccountEvent): EnergyAccount {
  const { type, data, occurredAt } = event;
  const { balance, held } = 'balance' in data ? data : before;
  const after = { ...before, balance, held, version: before.version + 1, lastAt: occurredAt };
  switch (type) {
    case 'SubscriptionStarted':
    case 'SubscriptionRenewed':
      return { ...after, unlimited: { startsAt: data.startsAt, endsAt: data.endsAt } };
    case 'SubscriptionEnded':
      return { ...after, unlimited: null };
    case 'AccountFrozen':
      return { ...after, frozen: true };
    case 'AccountUnfrozen':
      return { ...after, frozen: false };
    default:
      return after;
  }
}
