import type { DataOf, energyConsumed, energyGranted } from '#libs/contracts';
import type { AccountEvent } from './energy-account.js';

/** One immutable line of the ledger. `amount` is signed points. */
export interface EntryRow {
  readonly id: string;
  readonly kind: 'grant' | 'consume';
  readonly action: string | null;
  readonly amount: number;
  readonly listCost: number | null;
  readonly grants: readonly { grantId: string; amount: number }[];
  readonly balance: number;
}

export interface GrantRow {
  readonly id: string;
  readonly source: string;
  readonly amount: number;
  readonly expiresAt: string | null;
}

/** What an event writes into the ledger besides itself: at most one entry, a new grant, points taken from grants. */
export interface LedgerRows {
  readonly entry?: EntryRow;
  readonly grant?: GrantRow;
  readonly taken?: readonly { grantId: string; amount: number }[];
}

export function ledgerRowsOf(event: AccountEvent): LedgerRows {
  switch (event.contract.type) {
    case 'AccountOpened':
      return {};
    case 'EnergyGranted': {
      const { entryId, grantId, amount, balance, source, expiresAt } = event.data as DataOf<
        typeof energyGranted
      >;
      const grants = [{ grantId, amount }];
      return {
        entry: {
          id: entryId,
          kind: 'grant',
          action: null,
          amount,
          listCost: null,
          grants,
          balance,
        },
        grant: { id: grantId, source, amount, expiresAt },
      };
    }
    case 'EnergyConsumed': {
      const { entryId, action, cost, listCost, grants, balance } = event.data as DataOf<
        typeof energyConsumed
      >;
      return {
        entry: { id: entryId, kind: 'consume', action, amount: -cost, listCost, grants, balance },
        taken: grants,
      };
    }
  }
}
