import type { ActionId, energyEvents, energyLineKind } from '#libs/contracts';
import type { z } from 'zod';
import type { EventOf } from './read-model.js';

export type EnergyEvent = EventOf<(typeof energyEvents)[number]>;

/** What one event moved: signed points of the balance, and of what is held. */
export interface Movement {
  readonly kind: z.output<typeof energyLineKind>;
  readonly action: ActionId | null;
  readonly amount: number;
  readonly held_change: number;
  readonly list_cost: number | null;
  readonly entry_id: string | null;
  readonly hold_id: string | null;
  readonly refund_of: string | null;
}

/** The line that an event is told by; null when it moved nothing. */
export function movementOf({ type, data }: EnergyEvent): Movement | null {
  switch (type) {
    case 'EnergyGranted':
      return { ...nothing, kind: 'grant', amount: data.amount, entry_id: data.entryId };
    case 'EnergyConsumed': {
      const { action, cost, listCost: list_cost, entryId: entry_id } = data;
      return { ...nothing, kind: 'consume', action, amount: 0 - cost, list_cost, entry_id };
    }
    case 'EnergyHoldPlaced': {
      const { action, amount: held_change, listCost: list_cost, holdId: hold_id } = data;
      return { ...nothing, kind: 'hold', action, held_change, list_cost, hold_id };
    }
    case 'EnergyHoldCaptured': {
      const { action, cost, listCost: list_cost, entryId: entry_id, holdId: hold_id } = data;
      const held_change = 0 - cost - returnedBy(data);
      const paid = { action, amount: 0 - cost, list_cost };
      return { ...nothing, kind: 'capture', ...paid, held_change, entry_id, hold_id };
    }
    case 'EnergyHoldReleased':
    case 'EnergyHoldExpired': {
      const kind = type === 'EnergyHoldReleased' ? 'release' : 'hold-expiry';
      return { ...nothing, kind, held_change: 0 - returnedBy(data), hold_id: data.holdId };
    }
    case 'EnergyRefunded': {
      const { action, amount, entryId: entry_id, refundOf: refund_of } = data;
      return { ...nothing, kind: 'refund', action, amount, entry_id, refund_of };
    }
    case 'EnergyExpired':
      return { ...nothing, kind: 'expire', amount: 0 - data.amount, entry_id: data.entryId };
    case 'EnergyCorrected':
      return { ...nothing, kind: 'correction', amount: data.amount, entry_id: data.entryId };
    default:
      return null;
  }
}

const nothing = {
  ...{ action: null, amount: 0, held_change: 0, list_cost: null },
  ...{ entry_id: null, hold_id: null, refund_of: null },
};

type Returned = {
  readonly returned: readonly { readonly amount: number }[];
  readonly regrant: { readonly amount: number } | null;
};

function returnedBy({ returned, regrant }: Returned): number {
  return returned.reduce((sum, { amount }) => sum + amount, regrant?.amount ?? 0);
}
