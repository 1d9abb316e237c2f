import { setTimeout as pause } from 'node:timers/promises';
import type { MessageClient } from '#libs/messaging';
import { compareAccount, type ThreeFigures } from './compare-account.js';
import { noAccount } from './fold-account.js';
import type { StreamFold } from './fold-stream.js';
import { ledgerFigures, readModelFigures } from './list-figures.js';

const patienceMs = 10_000;
const everyMs = 200;
/** Up to so many accounts it is quicker, and closer to one moment, to ask for each. */
const fewUsers = 50;

export interface Difference extends ThreeFigures {
  readonly userId: string;
  readonly reason: string;
}

export interface Audit {
  readonly accounts: number;
  readonly differences: readonly Difference[];
}

/**
 * Compares every account, or one user's, in ledger, stream and read model. An account that traffic moves is asked again
 * until its three versions meet, for about ten seconds in all; then it counts as a difference, with the reason.
 */
export async function auditBooks(
  client: MessageClient,
  fold: StreamFold,
  user?: string,
): Promise<Audit> {
  const end = performance.now() + patienceMs;
  let { accounts, settled, moving } = await round(client, fold, user);
  const differences = [...settled];
  while (moving.length > 0 && performance.now() < end) {
    await pause(everyMs);
    const rounds = await askAgain(client, fold, moving, user);
    moving = rounds.flatMap((one) => one.moving);
    differences.push(...rounds.flatMap((one) => one.settled));
  }
  const unmet = moving.map((one) => ({
    ...one,
    reason: `${one.reason}, and 10 seconds did not change it`,
  }));
  return { accounts, differences: [...differences, ...unmet].sort(byUser) };
}

interface Round {
  readonly accounts: number;
  readonly settled: readonly Difference[];
  readonly moving: readonly Difference[];
}

async function askAgain(
  client: MessageClient,
  fold: StreamFold,
  moving: readonly Difference[],
  user?: string,
): Promise<Round[]> {
  if (moving.length > fewUsers) {
    const again = new Set(moving.map(({ userId }) => userId));
    return [await round(client, fold, user, (userId) => again.has(userId))];
  }
  const rounds: Round[] = [];
  for (const { userId } of moving) rounds.push(await round(client, fold, userId));
  return rounds;
}

/** Ledger first, then what follows from it: in a quiet moment each has caught up with the one before. */
async function round(
  client: MessageClient,
  fold: StreamFold,
  user?: string,
  asked: (userId: string) => boolean = () => true,
): Promise<Round> {
  const ledger = await ledgerFigures(client, user);
  const stream = await fold.toTheEnd();
  const readModel = await readModelFigures(client, user);
  const users = user
    ? [user]
    : [...new Set([...ledger, ...stream, ...readModel].map(([id]) => id))];
  const compared = users.filter(asked).map((userId) => {
    const figures = {
      ledger: ledger.get(userId) ?? { ...noFigures, posted: 0, reserved: 0, unspent: 0 },
      stream: stream.get(userId) ?? noAccount,
      readModel: readModel.get(userId) ?? noFigures,
    };
    return { userId, figures, verdict: compareAccount(figures) };
  });
  const inState = (state: 'differ' | 'moving') =>
    compared.flatMap(({ userId, figures, verdict }) =>
      verdict.state === state ? [{ userId, reason: verdict.reason, ...figures }] : [],
    );
  const accounts = compared.filter(({ figures }) =>
    Object.values(figures).some(({ version }) => version > 0),
  ).length;
  return { accounts, settled: inState('differ'), moving: inState('moving') };
}

const noFigures = { version: 0, balance: 0, held: 0 };

function byUser(one: Difference, other: Difference): number {
  return one.userId.localeCompare(other.userId);
}
