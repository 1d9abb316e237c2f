/** One thing that happened in a request; times in milliseconds, offsets from its first step. */
export interface Step {
  readonly at: number;
  readonly offsetMs: number;
  /** Null for what happened at one moment, and for what nobody remembers the length of. */
  readonly tookMs: number | null;
  /** What of it was not spent in the steps that it caused; for a request to another service, the way there and back. */
  readonly ownMs: number | null;
  /** How many steps stand above it. */
  readonly depth: number;
  readonly kind: 'http' | 'asked' | 'answered' | 'entry' | 'recorded' | 'published' | 'projected';
  readonly where: string;
  readonly what: string;
  readonly outcome: string | null;
}
