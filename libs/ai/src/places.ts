import { PhoenixError } from '#libs/contracts';

/** How many calls may be under way at once, and how many may wait for one to end. */
export interface PlaceLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

const comeBackMs = 5_000;

/** A bound on how much is done at once: first come, first served, and no queue without an end. */
export class Places {
  private taken = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: PlaceLimits) {}

  /**
   * Waits for a place; what is returned gives it back. Refusal: `OVERLOADED` when too many wait already. A signal that
   * is aborted ends the wait with its reason.
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.taken < this.limits.atOnce) this.taken++;
    else await this.wait(signal);
    return () => this.giveBack();
  }

  private wait(signal: AbortSignal): Promise<void> {
    if (this.queue.length >= this.limits.waiting) throw overloaded();
    return new Promise((resolve, reject) => {
      const called = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.queue.splice(this.queue.indexOf(called), 1);
        reject(signal.reason as Error);
      };
      this.queue.push(called);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** The place passes to whoever waits longest, and is free only when nobody does. */
  private giveBack(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.taken--;
  }
}

/** Nothing was begun, so it may be asked again. */
export function overloaded(): PhoenixError<'OVERLOADED'> {
  const sentence = 'Too many texts are being worked on at the moment.';
  return new PhoenixError('OVERLOADED', sentence, { retryAfterMs: comeBackMs });
}
