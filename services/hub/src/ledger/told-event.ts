import type { Cause } from '#libs/contracts';
import { encodeEvent, type EventRow } from '#libs/persistence';
import type { EnergyAccount } from '../energy/energy-account.js';
import type { AccountEvent } from '../energy/event-of-account.js';
import { ledgerRowsOf, type LedgerRows } from '../energy/ledger-rows.js';

/** An event as it will be written: its outbox row, and what it changes in the ledger. */
export interface ToldEvent {
  readonly row: EventRow & { readonly userId: string };
  readonly ledger: LedgerRows;
}

/** Encodes the next events of an account, each with its cause; throws when one of them breaks its contract. */
export function tellEvents(
  before: Pick<EnergyAccount, 'userId' | 'version'>,
  events: readonly { readonly event: AccountEvent; readonly cause: Cause }[],
): ToldEvent[] {
  const { userId } = before;
  return events.map(({ event, cause }, index) => {
    const { contract, data, occurredAt } = event;
    const subjectVersion = before.version + 1 + index;
    const row = encodeEvent('hub', { contract, data, userId, subjectVersion }, cause, occurredAt);
    return { row: { ...row, userId }, ledger: ledgerRowsOf(event) };
  });
}
