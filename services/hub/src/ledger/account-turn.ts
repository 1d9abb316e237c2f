import { randomUUID } from 'node:crypto';
import { Refusal, type Cause } from '#libs/contracts';
import { StoredReply } from '#libs/messaging';
import type { Accepted, DecisionContext } from '../energy/decision.js';
import { evolve, type EnergyAccount } from '../energy/energy-account.js';
import type { PriceList } from '../energy/price-list.js';
import { settleDue } from '../energy/settle-due.js';
import type { BatchRows } from './batch-rows.js';
import { causeOfDue } from './cause-of-due.js';
import type { LoadedAccount } from './loaded-account.js';
import type { Outcome } from './outcome.js';
import { replay } from './replay.js';
import { tellEvents } from './told-event.js';
import type { Waiting } from './waiting.js';

/**
 * One account in one batch. What is due comes before its first decision (R11), and stays when that one refuses.
 */
export class AccountTurn {
  private account: EnergyAccount;
  private readonly context: DecisionContext;
  private mustWait = false;

  constructor(
    private readonly loaded: LoadedAccount,
    prices: PriceList,
    private readonly rows: BatchRows,
  ) {
    this.context = { now: loaded.now, newId: randomUUID, catalogue: prices };
    this.account = loaded.account;
    if (loaded.exists) this.settleWhatIsDue();
  }

  answer({ submission, key: keyText }: Waiting): Outcome {
    if (this.mustWait) return 'later';
    const { key, cause } = submission;
    const stored = keyText === undefined ? undefined : this.loaded.answers.get(keyText);
    if (stored) return { answer: replay(stored, key!) };
    const decision = submission.decide(this.account, this.context);
    if (decision instanceof Refusal) return { answer: decision };
    if (decision.events.length > 0 && !this.loaded.exists) {
      this.mustWait = true;
      return 'later';
    }
    const reply = JSON.stringify(decision.reply);
    if (decision.events.length > 0) {
      this.write(decision, cause);
      if (key) this.keep({ key: keyText!, fingerprint: key.fingerprint, reply });
    }
    return { answer: new StoredReply(reply, false) };
  }

  private settleWhatIsDue(): void {
    const due = settleDue(this.account, this.context);
    if (due.length === 0) return;
    const told = tellEvents(
      this.account,
      due.map((one) => ({ event: one.event, cause: causeOfDue(one, this.loaded.holdCauses) })),
    );
    this.account = due.map(({ event }) => event).reduce(evolve, this.account);
    this.rows.add(this.account, this.context.now, told);
  }

  /** Encodes everything before it keeps anything: what throws leaves no trace. */
  private write({ events, after, staffAction }: Accepted<unknown>, cause: Cause): void {
    const told = tellEvents(
      this.account,
      events.map((event) => ({ event, cause })),
    );
    this.rows.add(after, this.context.now, told);
    this.account = after;
    if (staffAction) this.rows.staffActions.push({ ...staffAction, event: told.at(-1)!.row });
  }

  private keep({
    key,
    fingerprint,
    reply,
  }: {
    key: string;
    fingerprint: string;
    reply: string;
  }): void {
    this.loaded.answers.set(key, { fingerprint, reply });
    this.rows.answers.push({ userId: this.account.userId, key, fingerprint, reply });
  }
}
