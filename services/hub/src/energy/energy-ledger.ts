import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PhoenixError, refuse, Refusal, type Cause, type RefusalCode } from '#libs/contracts';
import { StoredReply } from '#libs/messaging';
import { CommitOutcomeUnknown, recordEvents, transaction } from '#libs/persistence';
import { failpoint } from '#libs/telemetry';
import type { Decision, DecisionContext } from './decision.js';
import { AccountTurns } from './account-turns.js';
import type { EnergyAccount } from './energy-account.js';
import {
  listAccounts,
  readAccount,
  type AccountFigures,
  type AccountPage,
} from './account-queries.js';
import { PriceList } from './price-list.js';
import { loadAccount, lockAccount, saveDecision } from './ledger-sql.js';

/** Leaves connections of the pool for queries. */
const decisionsAtOnce = 6;

export interface SubmissionKey {
  readonly idempotencyKey: string;
  readonly fingerprint: string;
}

/** One request to decide on an account: whose, caused by what, under which key, and the pure decision. */
export interface Submission<Reply, Code extends RefusalCode> {
  readonly userId: string;
  readonly cause: Cause;
  /** The same key and body is answered once (R13). Left out only where the account itself tells that it was done. */
  readonly key?: SubmissionKey;
  /** What else the decision looks at: one consumption, one hold that may be settled, the refunds by oneself. */
  readonly needs?: {
    readonly entryId?: string;
    readonly holdId?: string;
    readonly selfRefunds?: boolean;
  };
  /** True when nobody waits for the answer any more. */
  readonly expired?: () => boolean;
  readonly decide: (account: EnergyAccount, context: DecisionContext) => Decision<Reply, Code>;
}

type Answer<Reply, Code extends RefusalCode> = StoredReply<Reply> | Refusal<Code>;

/**
 * The only place where accounts change: lock, load, decide, write rows and events, commit, answer. A refusal moves
 * nothing and is not stored. Every submission may be run again after an unknown outcome, since its key or the account
 * itself tells what has happened.
 */
@Injectable()
export class EnergyLedger {
  private readonly turns = new AccountTurns(decisionsAtOnce);

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: PriceList,
  ) {}

  submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code> & { key: SubmissionKey },
  ): Promise<Answer<Reply, Code | 'IDEMPOTENCY_KEY_REUSED'>>;
  submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code>,
  ): Promise<Answer<Reply, Code>>;
  async submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code>,
  ): Promise<Answer<Reply, Code>> {
    try {
      return await this.turns.take(submission.userId, () => this.settle(submission));
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal as Refusal<Code>;
      throw error;
    }
  }

  /** The account as it is committed now; null when it was never opened. */
  async read(userId: string): Promise<{ account: EnergyAccount; now: string } | null> {
    const account = await readAccount(this.dataSource.manager, userId);
    return account && { account, now: new Date().toISOString() };
  }

  /** Accounts in order of user id, for the books. */
  list(page: AccountPage): Promise<AccountFigures[]> {
    return listAccounts(this.dataSource.manager, page);
  }

  private settle<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code>,
  ): Promise<StoredReply<Reply>> {
    if (submission.expired?.()) throw nobodyWaits();
    const run = () =>
      transaction(this.dataSource, (tx) => settleInside(tx, submission, this.catalogue));
    return run().catch((error: unknown) => {
      // An attempt that still commits holds the account's lock, so running again sees what it did (R9).
      if (error instanceof CommitOutcomeUnknown) return run();
      throw error;
    });
  }
}

/** Carries a refusal out of its transaction, which is rolled back: a refusal leaves no trace. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

async function settleInside<Reply, Code extends RefusalCode>(
  tx: EntityManager,
  submission: Submission<Reply, Code>,
  catalogue: PriceList,
): Promise<StoredReply<Reply>> {
  const { userId, key } = submission;
  await lockAccount(tx, userId);
  await failpoint('ledger.after-lock');
  const { account, now, stored } = await loadAccount(tx, userId, key?.idempotencyKey);
  if (stored) return replay(stored, key!);
  const decision = submission.decide(account, { now, newId: randomUUID, catalogue });
  if (decision instanceof Refusal) throw new RolledBack(decision);
  const json = JSON.stringify(decision.reply);
  if (decision.events.length > 0) {
    await saveDecision(tx, { account, decision, now, key, json });
    await recordEvents(tx, {
      source: 'hub',
      cause: submission.cause,
      occurredAt: now,
      events: decision.events.map(({ contract, data }, index) => ({
        contract,
        data,
        userId,
        subjectVersion: account.version + 1 + index,
      })),
    });
  }
  return new StoredReply(json, false);
}

/** Same key and body: the first answer, byte for byte. Same key, other body: refused (R13). */
function replay<Reply>(
  stored: { fingerprint: string; reply: string },
  { idempotencyKey, fingerprint }: SubmissionKey,
): StoredReply<Reply> {
  if (stored.fingerprint === fingerprint) return new StoredReply(stored.reply, true);
  const sentence = 'This idempotency key was used for another request; choose a new one.';
  throw new RolledBack(refuse('IDEMPOTENCY_KEY_REUSED', sentence, { idempotencyKey }));
}

function nobodyWaits(): PhoenixError<'TIMED_OUT'> {
  return new PhoenixError('TIMED_OUT', 'The time for this request was over before its turn.', {
    afterMs: 0,
  });
}
