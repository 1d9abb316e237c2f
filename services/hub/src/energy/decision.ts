import type { ReasonCode, Refusal, RefusalCode, StaffCommand } from '#libs/contracts';
import { evolve, type EnergyAccount } from './energy-account.js';
import type { AccountEvent } from './event-of-account.js';
import type { PriceList } from './price-list.js';

/** What a decision may use besides the account: the time under the lock (R11), ids, and the prices in force. */
export interface DecisionContext {
  readonly now: string;
  readonly newId: () => string;
  readonly catalogue: PriceList;
}

/** The key of a request and the fingerprint of its body, which its event holds (R5). */
export interface Keyed {
  readonly idempotencyKey: string;
  readonly fingerprint: string;
}

/** What staff did, with the words that no event holds (R3). */
export interface StaffAction {
  readonly command: StaffCommand;
  readonly reasonCode: ReasonCode;
  readonly reason: string;
  readonly entryId: string | null;
}

/** Accepted: the events that happen, and the reply. No events: nothing changes, the reply tells what is. */
export interface Accepted<Reply> {
  readonly events: readonly AccountEvent[];
  readonly after: EnergyAccount;
  readonly reply: Reply;
  readonly staffAction?: StaffAction;
}

export type Decision<Reply, Code extends RefusalCode> = Accepted<Reply> | Refusal<Code>;

/** Accepts these events; the reply is told from the account as it is after them. */
export function accept<Reply>(
  account: EnergyAccount,
  events: readonly AccountEvent[],
  reply: (after: EnergyAccount) => Reply,
): Accepted<Reply> {
  const after = events.reduce(evolve, account);
  return { events, after, reply: reply(after) };
}
