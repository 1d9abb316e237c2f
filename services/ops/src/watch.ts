import { setTimeout as pause } from 'node:timers/promises';
import { patiently } from './house/patiently.js';
import { OpsError } from './ops-error.js';
import type { Ops } from './ops.js';
import { ProgressBar, type Progress } from './terminal/progress.js';

export interface Watched<T> {
  readonly ask: () => Promise<T>;
  /** Throws an `OpsError` when it will not come to its end by itself. */
  readonly isOver: (now: T) => boolean;
  /** How far it is, in figures, or in words where there are none. */
  readonly progress: (now: T) => Progress | string;
  /** Said when the person stops the watching. */
  readonly goesOn: string;
}

const askEveryMs = 300;
const tellEveryMs = 3_000;

/**
 * Looks until it is over: a bar on a terminal, a line every three seconds elsewhere. Who is away for a moment is asked
 * again. What is watched goes on when the person stops watching, which throws an `OpsError`.
 */
export async function watch<T>(ops: Ops, begun: T, watched: Watched<T>): Promise<T> {
  const { terminal, signal } = ops;
  const bar = new ProgressBar();
  let toldAt = performance.now();
  try {
    for (let now = begun; ; now = await patiently(ops, watched.ask)) {
      if (watched.isOver(now)) return now;
      const nowMs = performance.now();
      const progress = watched.progress(now);
      const line = typeof progress === 'string' ? progress : bar.line(progress, nowMs);
      if (!terminal.replace(line) && nowMs - toldAt > tellEveryMs) {
        terminal.say(line);
        toldAt = nowMs;
      }
      await pause(askEveryMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) throw new OpsError('Watching was stopped.', watched.goesOn);
    }
  } finally {
    terminal.endReplacing();
  }
}
