import type { GrantSource } from '#libs/contracts';
import { entryOf, type EntryRow } from './entry-row.js';
import type { AccountEvent, EventOfType } from './event-of-account.js';
import type { Taken } from './grants-of-account.js';
import type { OpenHold, SettledHold } from './hold-of-account.js';

export interface GrantRow {
  readonly id: string;
  readonly source: GrantSource;
  readonly amount: number;
  readonly expiresAt: string | null;
}

/** A hold as it is placed; its grants as the event names them. */
export type HoldRow = Omit<OpenHold, 'grants' | 'placedAt'> & { readonly grants: readonly Taken[] };

export interface SettledHoldRow extends Pick<SettledHold, 'id' | 'state'> {
  /** Points that were taken; the rest came back. */
  readonly captured: number;
}

/** What an event writes into the ledger besides itself and the account's own row. */
export interface LedgerRows {
  readonly entry?: EntryRow;
  readonly newGrants?: readonly GrantRow[];
  /** Signed: −3 takes 3 out of what remains of a grant. */
  readonly grantChanges?: readonly Taken[];
  readonly hold?: HoldRow;
  readonly settledHold?: SettledHoldRow;
}

export function ledgerRowsOf(event: AccountEvent): LedgerRows {
  const entry = entryOf(event);
  return entry ? { entry, ...movesOf(event) } : movesOf(event);
}

function movesOf(event: AccountEvent): Omit<LedgerRows, 'entry'> {
  switch (event.type) {
    case 'EnergyGranted': {
      const { grantId: id, source, amount, expiresAt } = event.data;
      return { newGrants: [{ id, source, amount, expiresAt }] };
    }
    case 'EnergyConsumed':
      return { grantChanges: taken(event.data.grants) };
    case 'EnergyHoldPlaced':
      return { grantChanges: taken(event.data.grants), hold: holdRow(event.data) };
    case 'EnergyHoldCaptured':
      return settled(event.data, 'captured', event.data.cost);
    case 'EnergyHoldReleased':
      return settled(event.data, 'released');
    case 'EnergyHoldExpired':
      return settled(event.data, 'expired');
    case 'EnergyRefunded':
      return cameBack(event.data);
    case 'EnergyExpired': {
      const { grantId, amount } = event.data;
      return { grantChanges: taken([{ grantId, amount }]) };
    }
    case 'EnergyCorrected': {
      const { grantId: id, amount, grants } = event.data;
      if (id === null) return { grantChanges: taken(grants) };
      return { newGrants: [{ id, source: 'correction', amount, expiresAt: null }] };
    }
    default:
      return {};
  }
}

function taken(grants: readonly Taken[]): Taken[] {
  return grants.map(({ grantId, amount }) => ({ grantId, amount: -amount }));
}

type Return = Pick<
  EventOfType<'EnergyHoldExpired' | 'EnergyRefunded'>['data'],
  'returned' | 'regrant'
>;

function cameBack({ returned: grantChanges, regrant }: Return): Omit<LedgerRows, 'entry'> {
  if (!regrant) return { grantChanges };
  const { grantId: id, amount, expiresAt } = regrant;
  return { grantChanges, newGrants: [{ id, source: 'refund', amount, expiresAt }] };
}

function holdRow(data: EventOfType<'EnergyHoldPlaced'>['data']): HoldRow {
  const { holdId: id, action, owner, amount, listCost, catalogueVersion, grants, expiresAt } = data;
  return { id, action, owner, amount, listCost, catalogueVersion, grants, expiresAt };
}

function settled(
  data: Return & { readonly holdId: string },
  state: SettledHold['state'],
  captured = 0,
): Omit<LedgerRows, 'entry'> {
  return { ...cameBack(data), settledHold: { id: data.holdId, state, captured } };
}
