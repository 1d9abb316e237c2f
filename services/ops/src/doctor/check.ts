import type { Seen } from './seen.js';

/**
 * `loses`: something acknowledged can be lost. `stops`: the house refuses something, or will soon. `drift`: it is not
 * as it was declared.
 */
export type Gravity = 'loses' | 'stops' | 'drift';

export const gravestFirst: readonly Gravity[] = ['loses', 'stops', 'drift'];

export interface Finding {
  readonly gravity: Gravity;
  /** What is wrong and what follows from it. */
  readonly wrong: string;
  /** What to do, with its command where there is one. */
  readonly fix: string;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** What was looked at, in words, for whoever wants to know that it was. */
  readonly seen: string;
  /** What could not be looked at, and how it could: neither a finding nor well. */
  readonly unseen?: string;
}

/** One thing that doctor looks at. */
export interface Check {
  readonly name: string;
  /** Looks at what the services tell of themselves only: without any that answers there is nothing to look at. */
  readonly asksServices?: true;
  look(seen: Seen): Verdict;
}
