import type { EnergyAccount } from '../energy/energy-account.js';

export interface StoredAnswer {
  readonly fingerprint: string;
  readonly reply: string;
}

/** Why a hold was placed, as its expiry will tell it. */
export interface HoldCause {
  readonly correlationId: string;
  readonly causationId: string;
}

/** One account as it is under its lock, with all that the decisions of this batch ask for. */
export interface LoadedAccount {
  readonly account: EnergyAccount;
  /** False when there is no row yet, so that nothing is locked and nothing can be written. */
  readonly exists: boolean;
  /** The time under the lock, never before the account's last (R11). */
  readonly now: string;
  /** What the keys of this batch were answered before. */
  readonly answers: Map<string, StoredAnswer>;
  readonly holdCauses: ReadonlyMap<string, HoldCause>;
}
