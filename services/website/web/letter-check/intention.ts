import { newKey } from '../api/new-key.js';
import type { Preview } from '../api/answers.js';

/** What a person confirmed once: this text, at this price, for this user. Its key makes it one thing, however often it is sent. */
export interface Intention {
  readonly key: string;
  readonly userId: string;
  readonly text: string;
  readonly expectedCost: number;
}

export function intend(userId: string, text: string, { cost }: Preview): Intention {
  return { key: newKey(), userId, text, expectedCost: cost };
}
