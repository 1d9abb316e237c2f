import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpStack } from '../e2e/http-stack.js';

/** Somebody who spends over and over, and asks again with the same key until an answer comes. */
export class Spending {
  /** Entries that an answer named. */
  readonly acknowledged: string[] = [];
  private ended = false;
  private readonly done: Promise<void>;

  constructor(private readonly house: HttpStack) {
    this.done = this.spend();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.done;
  }

  private async spend(): Promise<void> {
    while (!this.ended) {
      const user = await until(() => this.house.signedInUser());
      // 20 × 5 points are what a new account holds.
      for (let n = 0; n < 20 && !this.ended; n++) {
        const key = { 'idempotency-key': randomUUID() };
        const { entry_id: entry } = await until(async () => {
          const body = { action: 'conseil_rapide' };
          const reply = await user.post('/api/luna/energy/consume', body, key);
          if (reply.status !== 200) throw new Error(reply.text);
          return reply.json as { entry_id: string };
        });
        this.acknowledged.push(entry);
        await pause(50);
      }
    }
  }
}

async function until<T>(ask: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + 90_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await pause(200);
    }
  }
}
