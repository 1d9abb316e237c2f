import type { EntryRow } from '../../services/hub/src/energy/entry-row.js';
import { noAccount, type EnergyAccount } from '../../services/hub/src/energy/energy-account.js';
import type { AccountEvent } from '../../services/hub/src/energy/event-of-account.js';
import type { Grant, Portion, Taken } from '../../services/hub/src/energy/grants-of-account.js';
import type { SettledHold } from '../../services/hub/src/energy/hold-of-account.js';
import { ledgerRowsOf, type HoldRow } from '../../services/hub/src/energy/ledger-rows.js';

interface GrantState extends Grant {
  readonly amount: number;
  readonly source: string;
}

type HoldState = HoldRow & { readonly placedAt: string };
type EntryState = EntryRow & { readonly at: string };

/** The ledger's tables in memory: what the events say is written, and accounts are loaded from it as the hub loads them. */
export class Rows {
  readonly entries: EntryState[] = [];
  readonly grants = new Map<string, GrantState>();
  readonly openHolds = new Map<string, HoldState>();
  /** What all entries add up to, in points. */
  posted = 0;
  account: EnergyAccount;
  private readonly settledHolds = new Map<string, SettledHold>();
  private readonly refunded = new Set<string>();

  constructor(userId: string) {
    this.account = noAccount(userId);
  }

  /** Writes what one event says; the row of the account is taken from the account after it. Refuses what Postgres refuses. */
  write(event: AccountEvent, after: EnergyAccount): void {
    const { entry, newGrants = [], grantChanges = [], hold, settledHold } = ledgerRowsOf(event);
    const at = event.occurredAt;
    if (entry) this.post({ ...entry, at });
    for (const { id, amount, source, expiresAt } of newGrants)
      this.grants.set(id, { id, amount, source, remaining: amount, expiresAt, grantedAt: at });
    for (const { grantId, amount } of grantChanges) this.change(grantId, amount);
    if (hold) this.openHolds.set(hold.id, { ...hold, placedAt: at });
    if (settledHold) {
      const { id, state } = settledHold;
      const { owner } = this.openHolds.get(id)!;
      this.openHolds.delete(id);
      this.settledHolds.set(id, { id, owner, state, at });
    }
    this.account = { ...after, grants: [], holds: [], ...nothingAskedFor };
  }

  load({ entryId, holdId }: { entryId: string; holdId: string }): EnergyAccount {
    const paid = this.entries.find(
      ({ id, kind }) => id === entryId && (kind === 'consume' || kind === 'capture'),
    );
    const settled = this.settledHolds.get(holdId);
    return {
      ...this.account,
      grants: [...this.grants.values()].filter(({ remaining }) => remaining > 0),
      holds: [...this.openHolds.values()].map((hold) => ({
        ...hold,
        grants: this.portions(hold.grants),
      })),
      consumptions: new Map(paid ? [[paid.id, this.consumption(paid)]] : []),
      settledHolds: new Map(settled ? [[holdId, settled]] : []),
      selfRefundsAt: this.entries.filter(({ bySelf }) => bySelf).map(({ at }) => at),
    };
  }

  private post(entry: EntryState): void {
    this.entries.push(entry);
    this.posted += entry.amount;
    const { refundOf } = entry;
    if (refundOf && this.refunded.has(refundOf)) throw new Error(`a second refund of ${refundOf}`);
    if (refundOf) this.refunded.add(refundOf);
  }

  private change(grantId: string, amount: number): void {
    const grant = this.grants.get(grantId)!;
    const remaining = grant.remaining + amount;
    if (remaining < 0 || remaining > grant.amount)
      throw new Error(`the grant ${grantId} of ${grant.amount} would have ${remaining} left`);
    this.grants.set(grantId, { ...grant, remaining });
  }

  private consumption({ id: entryId, action, amount, grants, at }: EntryState) {
    const refunded = this.refunded.has(entryId);
    const portions = this.portions(grants);
    return { entryId, action: action as never, cost: -amount, grants: portions, at, refunded };
  }

  private portions(taken: readonly Taken[]): Portion[] {
    return taken.map(({ grantId, amount }) => {
      const { expiresAt, grantedAt } = this.grants.get(grantId)!;
      return { grantId, amount, expiresAt, grantedAt };
    });
  }
}

const nothingAskedFor = { consumptions: new Map(), settledHolds: new Map(), selfRefundsAt: [] };
