import { rest } from '../rest.js';
import { compareAccount } from './compare-account.js';
import { readBooks, type Sources } from './read-books.js';

const patienceMs = 10_000;
const askEveryMs = 250;
const mostAtOnce = 200;

export interface Difference {
  readonly userId: string;
  readonly reason: string;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** Who moved so that the three did not meet within ten seconds. */
  readonly unsettled: readonly string[];
}

/** Compares these accounts; who is still behind is asked again for ten seconds. Throws when a party does not answer. */
export async function compareAccounts(
  sources: Sources,
  users: readonly string[],
  signal: AbortSignal,
): Promise<Compared> {
  const end = performance.now() + patienceMs;
  const differences: Difference[] = [];
  let open = users;
  for (;;) {
    const behind: string[] = [];
    for (let from = 0; from < open.length; from += mostAtOnce) {
      const books = await readBooks(sources, open.slice(from, from + mostAtOnce));
      for (const [userId, figures] of books) {
        const verdict = compareAccount(figures);
        if (verdict === 'behind') behind.push(userId);
        else if (verdict) differences.push({ userId, reason: verdict.differs });
      }
    }
    if (behind.length === 0 || signal.aborted || performance.now() > end)
      return { differences, unsettled: behind };
    open = behind;
    await rest(askEveryMs, signal);
  }
}
