import { PhoenixError } from '#libs/contracts';
import type { Waiting } from './waiting.js';

/** Of one account, and of all together. */
const longestLine = 2_000;
const mostWaiting = 20_000;

interface Line {
  readonly waiting: Waiting[];
  /** One of its submissions is being decided. */
  busy: boolean;
}

/**
 * Who waits for a decision: a line for each account in order of arrival, and round robin between accounts (R10), so
 * that a user with a thousand requests keeps nobody waiting but itself. An account that somebody keeps locked is slow:
 * it waits apart. Refusal: `OVERLOADED`.
 */
export class WaitingLines {
  private readonly lines = new Map<string, Line>();
  /** Accounts with somebody in line whom nobody is deciding on, the next one first. */
  private readonly ready = new Set<string>();
  private readonly slow = new Set<string>();
  private waiting = 0;

  join(waiting: Waiting): void {
    const line = this.lineOf(waiting.userId);
    if (line.waiting.length >= longestLine || this.waiting >= mostWaiting) throw overloaded();
    line.waiting.push(waiting);
    this.waiting += 1;
    if (!line.busy) this.ready.add(waiting.userId);
  }

  /** Up to `limit` from all accounts by turns, or from one slow account; their accounts are busy until `leave`. */
  take(limit: number, pace: 'swift' | 'slow'): Waiting[] {
    const taken: Waiting[] = [];
    const turns = this.nextAccounts(pace === 'slow' ? 1 : limit, pace);
    while (turns.length > 0 && taken.length < limit) {
      const user = turns.shift()!;
      const line = this.lines.get(user)!;
      line.busy = true;
      this.ready.delete(user);
      taken.push(line.waiting.shift()!);
      if (line.waiting.length > 0) turns.push(user);
    }
    this.waiting -= taken.length;
    return taken;
  }

  /** To the front of their lines, in their order. */
  putBack(taken: readonly Waiting[]): void {
    for (const waiting of taken.toReversed()) this.lineOf(waiting.userId).waiting.unshift(waiting);
    this.waiting += taken.length;
  }

  /** The accounts of what was taken may be taken again. */
  leave(taken: readonly Waiting[]): void {
    for (const { userId } of taken) {
      const line = this.lines.get(userId);
      if (!line) continue;
      line.busy = false;
      if (line.waiting.length > 0) this.ready.add(userId);
      else this.lines.delete(userId);
    }
  }

  /** Until it moves again, the account waits apart. */
  setPace(userId: string, pace: 'swift' | 'slow'): void {
    if (pace === 'slow') this.slow.add(userId);
    else this.slow.delete(userId);
  }

  private nextAccounts(limit: number, pace: 'swift' | 'slow'): string[] {
    const accounts: string[] = [];
    for (const user of this.ready) {
      if (accounts.length === limit) break;
      if (this.slow.has(user) === (pace === 'slow')) accounts.push(user);
    }
    return accounts;
  }

  private lineOf(userId: string): Line {
    const known = this.lines.get(userId);
    if (known) return known;
    const line: Line = { waiting: [], busy: false };
    this.lines.set(userId, line);
    return line;
  }
}

function overloaded(): PhoenixError<'OVERLOADED'> {
  const sentence = 'The ledger has more requests than it can take; ask again in a moment.';
  return new PhoenixError('OVERLOADED', sentence, { retryAfterMs: 250 });
}
