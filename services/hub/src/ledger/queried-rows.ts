import type { ActionId, ServiceName } from '#libs/contracts';
import type { Portion } from '../energy/grants-of-account.js';
import type { SettledHold } from '../energy/hold-of-account.js';

/** What the load of a batch brings back, row by row. */
export interface QueriedRows {
  readonly accounts: readonly AccountRow[];
  readonly grants: readonly GrantRow[];
  readonly holds: readonly HoldRow[];
  readonly keys: readonly KeyRow[];
  readonly consumptions: readonly ConsumptionRow[];
  readonly settledHolds: readonly SettledHoldRow[];
  readonly selfRefunds: readonly { readonly user_id: string; readonly occurred_at: string }[];
}

export interface AccountRow {
  readonly user_id: string;
  readonly version: number;
  readonly balance: number;
  readonly held: number;
  readonly frozen: boolean;
  readonly unlimited_starts_at: string | null;
  readonly unlimited_ends_at: string | null;
  readonly last_at: string | null;
  readonly now: string;
}

export interface GrantRow {
  readonly user_id: string;
  readonly id: string;
  readonly remaining: number;
  readonly expires_at: string | null;
  readonly granted_at: string;
}

export interface HoldRow {
  readonly user_id: string;
  readonly id: string;
  readonly action: ActionId;
  readonly owner: ServiceName;
  readonly amount: number;
  readonly list_cost: number;
  readonly catalogue_version: number;
  readonly grants: readonly Portion[];
  readonly placed_at: string;
  readonly expires_at: string;
  readonly correlation_id: string;
  readonly causation_id: string;
}

interface KeyRow {
  readonly user_id: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly reply: string;
}

interface ConsumptionRow {
  readonly user_id: string;
  readonly id: string;
  readonly action: ActionId;
  readonly cost: number;
  readonly occurred_at: string;
  readonly refunded: boolean;
  readonly grants: readonly Portion[];
}

interface SettledHoldRow {
  readonly user_id: string;
  readonly id: string;
  readonly owner: ServiceName;
  readonly state: SettledHold['state'];
  readonly settled_at: string;
}
