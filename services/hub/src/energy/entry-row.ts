import type { EntryKind } from '#libs/contracts';
import type { AccountEvent } from './event-of-account.js';
import type { Taken } from './grants-of-account.js';

/** One immutable line of the ledger. `amount` is signed points; the amounts of all of them are the balance. */
export interface EntryRow {
  readonly id: string;
  readonly kind: EntryKind;
  readonly action: string | null;
  readonly amount: number;
  readonly listCost: number | null;
  /** Which grants the points came from, or went to. */
  readonly grants: readonly Taken[];
  readonly balance: number;
  readonly holdId?: string;
  readonly refundOf?: string;
  readonly bySelf?: boolean;
}

/** The entry that an event writes; none where no points were posted. */
export function entryOf({ type, data }: AccountEvent): EntryRow | undefined {
  switch (type) {
    case 'EnergyGranted': {
      const { entryId: id, grantId, amount, balance } = data;
      return { ...unpaid, id, kind: 'grant', amount, grants: [{ grantId, amount }], balance };
    }
    case 'EnergyConsumed': {
      const { entryId: id, action, cost, listCost, grants, balance } = data;
      return { id, kind: 'consume', action, amount: 0 - cost, listCost, grants, balance };
    }
    case 'EnergyHoldCaptured': {
      const { entryId: id, action, cost, listCost, grants, balance, holdId } = data;
      return { id, kind: 'capture', action, amount: 0 - cost, listCost, grants, balance, holdId };
    }
    case 'EnergyRefunded': {
      const { entryId: id, action, amount, returned, regrant, balance, refundOf, bySelf } = data;
      const grants = regrant
        ? [...returned, { grantId: regrant.grantId, amount: regrant.amount }]
        : returned;
      const what = { kind: 'refund', action, listCost: null } as const;
      return { ...what, id, amount, grants, balance, refundOf, bySelf };
    }
    case 'EnergyExpired': {
      const { entryId: id, grantId, amount, balance } = data;
      const grants = [{ grantId, amount }];
      return { ...unpaid, id, kind: 'expire', amount: 0 - amount, grants, balance };
    }
    case 'EnergyCorrected': {
      const { entryId: id, amount, grants, balance } = data;
      return { ...unpaid, id, kind: 'correction', amount, grants, balance };
    }
    default:
      return undefined;
  }
}

const unpaid = { action: null, listCost: null };
