import type { Request } from './operations.js';
import { PlainAccount } from './plain-account.js';
import { plainAnswers, type Answer } from './plain-answers.js';

/** The ledger's promises once more, as plainly as they can be said, and without any code of the ledger's. */
export class ReferenceModel {
  readonly account = new PlainAccount();
  private lastAt = 0;
  private readonly answers = new Map<number, { body: string; answer: Answer }>();

  /** The same key and body: the first answer. Refusals are forgotten. Time never runs backwards behind a change. */
  ask(key: number, request: Request, clock: number): Answer {
    const body = JSON.stringify(request);
    const before = this.answers.get(key);
    if (before) return before.body === body ? before.answer : { code: 'IDEMPOTENCY_KEY_REUSED' };
    const { account } = this;
    const { version } = account;
    account.now = Math.max(this.lastAt, clock);
    account.settleDue();
    const answer = this.answer(request);
    if (account.version > version) this.lastAt = account.now;
    // Opening an account has no key: the account itself tells.
    if (!('code' in answer) && request.kind !== 'open') this.answers.set(key, { body, answer });
    return answer;
  }

  private answer(request: Request): Answer {
    const decide = plainAnswers[request.kind] as (one: PlainAccount, asked: Request) => Answer;
    const unopened = this.account.version === 0 && request.kind !== 'open';
    return unopened ? { code: 'ACCOUNT_NOT_FOUND' } : decide(this.account, request);
  }
}
