import type { Answer, Submission } from './submission.js';

/** A submission on its way, and how its caller hears of it: once. */
export class Waiting {
  /** The decision opens the account, so that its row has to be made first. */
  opens = false;
  readonly userId: string;
  readonly key: string | undefined;
  readonly answered: Promise<Answer>;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;

  constructor(readonly submission: Submission) {
    // Postgres writes ids in lower case, and finds the row however they were written.
    this.userId = submission.userId.toLowerCase();
    this.key = submission.key?.idempotencyKey.toLowerCase();
    let answer!: (answer: Answer) => void;
    let fail!: (error: unknown) => void;
    this.answered = new Promise((resolve, reject) => {
      answer = resolve;
      fail = reject;
    });
    this.answer = answer;
    this.fail = fail;
  }
}
