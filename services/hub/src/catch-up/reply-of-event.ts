import type { AccountEvent, EventOfType } from '../energy/event-of-account.js';
import { totalOf } from '../energy/give-back.js';

/** The event of a keyed command, and what its caller was answered: field for field in the order of the decision (R13). */
export function replyOf(event: AccountEvent, version: number): object | undefined {
  switch (event.type) {
    case 'EnergyConsumed': {
      const { entryId, action, cost, listCost } = event.data;
      return { entryId, action, cost, listCost, ...figuresOf(event, version) };
    }
    case 'EnergyHoldPlaced': {
      const { holdId, amount, listCost, expiresAt, balance, held } = event.data;
      const { available } = figuresOf(event, version);
      return { holdId, amount, listCost, expiresAt, balance, held, available, version };
    }
    case 'EnergyHoldCaptured': {
      const { entryId, holdId, action, cost, listCost } = event.data;
      const returned = cameBack(event.data);
      return { entryId, holdId, action, cost, listCost, returned, ...figuresOf(event, version) };
    }
    case 'EnergyHoldReleased':
      return {
        ...{ holdId: event.data.holdId, returned: cameBack(event.data) },
        ...figuresOf(event, version),
      };
    case 'EnergyRefunded': {
      const { entryId, refundOf, action, amount } = event.data;
      return { entryId, refundOf, action, amount, ...figuresOf(event, version) };
    }
    case 'EnergyGranted': {
      const { entryId, grantId } = event.data;
      return { entryId, grantId, ...figuresOf(event, version) };
    }
    case 'EnergyCorrected': {
      const { entryId, amount } = event.data;
      return { entryId, amount, ...figuresOf(event, version) };
    }
    case 'SubscriptionStarted':
    case 'SubscriptionRenewed': {
      const { startsAt, endsAt } = event.data;
      return { startsAt, endsAt, renewed: event.type === 'SubscriptionRenewed', version };
    }
    case 'SubscriptionEnded':
      return { endedAt: event.data.endedAt, version };
    case 'AccountFrozen':
      return { frozen: true, version };
    case 'AccountUnfrozen':
      return { frozen: false, version };
    default:
      return undefined;
  }
}

function figuresOf(
  {
    data: { balance, held },
  }: { readonly data: { readonly balance: number; readonly held: number } },
  version: number,
) {
  return { balance, available: balance - held, version };
}

function cameBack({
  returned,
  regrant,
}: Pick<EventOfType<'EnergyHoldReleased'>['data'], 'returned' | 'regrant'>): number {
  return totalOf(returned) + (regrant?.amount ?? 0);
}
