/** Another's clock beside ours. `aheadMs` is what no delay on the way explains: 0 when they may agree. */
export interface Clock {
  readonly whose: string;
  readonly aheadMs: number;
}

/** Compares a time that was told in an answer with our own before the question and after the answer (milliseconds). */
export function readClock(whose: string, told: string, askedMs: number, answeredMs: number): Clock {
  const toldMs = Date.parse(told);
  if (toldMs < askedMs) return { whose, aheadMs: toldMs - askedMs };
  return { whose, aheadMs: Math.max(0, toldMs - answeredMs) };
}
