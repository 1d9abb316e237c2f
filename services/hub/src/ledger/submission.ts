import type { Cause, Refusal, RefusalCode } from '#libs/contracts';
import type { StoredReply } from '#libs/messaging';
import type { Decision, DecisionContext } from '../energy/decision.js';
import type { EnergyAccount } from '../energy/energy-account.js';

export interface SubmissionKey {
  readonly idempotencyKey: string;
  readonly fingerprint: string;
}

/** What a decision looks at besides the account itself. */
export interface Needs {
  /** Loads this consumption, if it is the account's. */
  readonly entryId?: string;
  /** Loads what became of this hold, if it is the account's and is settled. */
  readonly holdId?: string;
  /** Loads when the user took points back without staff. */
  readonly selfRefunds?: boolean;
}

/** One request to decide on an account: whose, caused by what, under which key, and the pure decision. */
export interface Submission<Reply = unknown, Code extends RefusalCode = RefusalCode> {
  readonly userId: string;
  readonly cause: Cause;
  /** The same key and body is answered once (R13). Left out only where the account itself tells that it was done. */
  readonly key?: SubmissionKey;
  readonly needs?: Needs;
  /** True when nobody waits for the answer any more. */
  readonly expired?: () => boolean;
  readonly decide: (account: EnergyAccount, context: DecisionContext) => Decision<Reply, Code>;
}

export type Answer<Reply = unknown, Code extends RefusalCode = RefusalCode> =
  StoredReply<Reply> | Refusal<Code>;
