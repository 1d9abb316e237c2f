import type { Refusal, RefusalCode } from '#libs/contracts';
import { evolve, type AccountEvent, type EnergyAccount } from './energy-account.js';

/** What a decision may use besides the account: the time under the lock (R11), and ids. */
export interface DecisionContext {
  readonly now: string;
  readonly newId: () => string;
}

/** Accepted: the events that happen, and the reply. No events: nothing changes, the reply tells what is. */
export interface Accepted<Reply> {
  readonly events: readonly AccountEvent[];
  readonly after: EnergyAccount;
  readonly reply: Reply;
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
