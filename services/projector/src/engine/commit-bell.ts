import { Injectable } from '@nestjs/common';
import type { Subject } from './subject.js';

type Listener = (model: string, subjects: readonly Subject[]) => void;

/** Wakes queries that wait for a user's event as soon as this process has committed one (R26), and tells who moved. */
@Injectable()
export class CommitBell {
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly listeners: Listener[] = [];

  /** Calls the listener at every commit, with all subjects of which something was committed. */
  onRing(listener: Listener): void {
    this.listeners.push(listener);
  }

  ring(model: string, subjects: readonly Subject[]): void {
    for (const listener of this.listeners) listener(model, subjects);
    if (this.waiting.size === 0) return;
    for (const { userId } of subjects) {
      for (const wake of this.waiting.get(`${model}/${userId}`) ?? []) wake();
    }
  }

  /** Resolves at the next commit on this user in this model, at the latest after so many milliseconds. */
  async wait(model: string, userId: string, ms: number): Promise<void> {
    const key = `${model}/${userId}`;
    const waiters = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, waiters);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(wake, ms);
      function wake() {
        clearTimeout(timer);
        waiters.delete(wake);
        resolve();
      }
      waiters.add(wake);
    });
    if (waiters.size === 0 && this.waiting.get(key) === waiters) this.waiting.delete(key);
  }
}
