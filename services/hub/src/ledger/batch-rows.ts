import type { EventRow } from '#libs/persistence';
import type { StaffAction } from '../energy/decision.js';
import type { EnergyAccount } from '../energy/energy-account.js';
import type { EntryRow } from '../energy/entry-row.js';
import type { GrantRow, HoldRow, SettledHoldRow } from '../energy/ledger-rows.js';
import type { ToldEvent } from './told-event.js';

/** Which event of whom wrote a row. */
type Written<Row> = Row & { readonly event: EventRow & { readonly userId: string } };

export type AccountToWrite = EnergyAccount & { readonly now: string };
export type GrantToWrite = Written<GrantRow> & { remaining: number };
export type HoldToWrite = Written<HoldRow> & { settled?: Written<SettledHoldRow> };
export type StaffActionToWrite = Written<StaffAction>;

export interface AnswerToStore {
  readonly userId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly reply: string;
}

/**
 * What one batch writes, summed up: an account once, a grant once, also when several decisions change it. A row that
 * the same batch made is changed here, since no statement sees what another of its transaction has yet to write.
 */
export class BatchRows {
  readonly accounts = new Map<string, AccountToWrite>();
  readonly entries: Written<EntryRow>[] = [];
  readonly newGrants = new Map<string, GrantToWrite>();
  readonly grantChanges = new Map<string, number>();
  readonly newHolds = new Map<string, HoldToWrite>();
  readonly settledHolds: Written<SettledHoldRow>[] = [];
  readonly answers: AnswerToStore[] = [];
  readonly staffActions: StaffActionToWrite[] = [];
  readonly events: EventRow[] = [];

  get empty(): boolean {
    return this.events.length === 0;
  }

  /** What happened to an account, and how it is after it. */
  add(after: EnergyAccount, now: string, told: readonly ToldEvent[]): void {
    this.accounts.set(after.userId, { ...after, now });
    for (const { row, ledger } of told) {
      this.events.push(row);
      const { entry, newGrants = [], grantChanges = [], hold, settledHold } = ledger;
      if (entry) this.entries.push({ ...entry, event: row });
      for (const grant of newGrants)
        this.newGrants.set(grant.id, { ...grant, remaining: grant.amount, event: row });
      for (const { grantId, amount } of grantChanges) this.changeGrant(grantId, amount);
      if (hold) this.newHolds.set(hold.id, { ...hold, event: row });
      if (settledHold) this.settleHold({ ...settledHold, event: row });
    }
  }

  private changeGrant(id: string, amount: number): void {
    const made = this.newGrants.get(id);
    if (made) made.remaining += amount;
    else this.grantChanges.set(id, (this.grantChanges.get(id) ?? 0) + amount);
  }

  private settleHold(settled: Written<SettledHoldRow>): void {
    const made = this.newHolds.get(settled.id);
    if (made) made.settled = settled;
    else this.settledHolds.push(settled);
  }
}
