import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryLine, HistoryPage } from '../api/answers.js';
import { get } from '../api/ask.js';
import type { Problem } from '../api/problem.js';
import { withNewest } from './with-newest.js';

export interface History {
  readonly lines: readonly HistoryLine[];
  /** Where older lines begin; null when there are none. */
  readonly next: string | null;
}

const path = '/api/luna/energy/entries?limit=20';
const againMs = 1_000;

/** The lines of the history, newest first; read again when the account has a newer version than they show. */
export function useHistory(version: number | undefined) {
  const [history, setHistory] = useState<History>();
  const [problem, setProblem] = useState<Problem>();
  const newest = useRef(0);

  const refresh = useCallback(async (wanted: number, still: () => boolean) => {
    for (;;) {
      const answer = await get<HistoryPage>(`${path}&at_least_version=${wanted}`);
      if (!still()) return;
      if (!answer.ok) return setProblem(answer.problem);
      const { value } = answer;
      setProblem(undefined);
      if (value.version >= newest.current) {
        newest.current = value.version;
        setHistory((before) => withNewest(before, value));
      }
      if (value.version >= wanted) return;
      // The read model is a moment behind the ledger.
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }, []);

  useEffect(() => {
    if (version === undefined) return;
    let still = true;
    void refresh(version, () => still);
    return () => {
      still = false;
    };
  }, [version, refresh]);

  const showMore = useCallback(async (after: string) => {
    const answer = await get<HistoryPage>(`${path}&after=${after}`);
    if (!answer.ok) return setProblem(answer.problem);
    const { lines, next } = answer.value;
    setProblem(undefined);
    setHistory((before) => ({ lines: [...(before?.lines ?? []), ...lines], next }));
  }, []);

  const tryAgain = useCallback(() => refresh(version ?? 0, () => true), [refresh, version]);
  return { history, problem, showMore, tryAgain };
}
