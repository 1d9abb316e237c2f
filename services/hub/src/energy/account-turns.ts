import { PhoenixError } from '#libs/contracts';

/** Of one account, and of all together. */
const longestLine = 2_000;
const mostWaiting = 20_000;

/**
 * Whose turn it is: one decision at a time on an account, in order of arrival; between accounts round robin, and only
 * so many at once (R10). A user with a thousand requests keeps nobody waiting but itself. Refusal: `OVERLOADED`.
 */
export class AccountTurns {
  private readonly lines = new Map<string, (() => void)[]>();
  private readonly waitingAccounts: (() => void)[] = [];
  private waiting = 0;

  constructor(private free: number) {}

  /** Does the work when its turn has come; its outcome is the answer. */
  async take<T>(account: string, work: () => Promise<T>): Promise<T> {
    await this.standInLine(account);
    await this.takePlace();
    try {
      return await work();
    } finally {
      this.leavePlace();
      this.callNext(account);
    }
  }

  private standInLine(account: string): Promise<void> | undefined {
    const line = this.lines.get(account);
    if (!line) {
      this.lines.set(account, []);
      return undefined;
    }
    if (line.length >= longestLine || this.waiting >= mostWaiting) throw overloaded();
    this.waiting += 1;
    return new Promise((called) => line.push(called));
  }

  private callNext(account: string): void {
    const next = this.lines.get(account)?.shift();
    if (!next) return void this.lines.delete(account);
    this.waiting -= 1;
    next();
  }

  private takePlace(): Promise<void> | undefined {
    if (this.free > 0) {
      this.free -= 1;
      return undefined;
    }
    return new Promise((called) => this.waitingAccounts.push(called));
  }

  private leavePlace(): void {
    const next = this.waitingAccounts.shift();
    if (next) next();
    else this.free += 1;
  }
}

function overloaded(): PhoenixError<'OVERLOADED'> {
  const sentence = 'The ledger has more requests than it can take; ask again in a moment.';
  return new PhoenixError('OVERLOADED', sentence, { retryAfterMs: 250 });
}
