import { setTimeout as pause } from 'node:timers/promises';
import { catchUpLedger, getLedger, type LedgerState } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { watch } from '../watch.js';
import { missingEvents, type MissingEvents } from './missing-events.js';

export interface CatchUpOptions {
  readonly yes?: boolean;
  readonly wait: boolean;
}

const askEveryMs = 250;
const comparedWithinMs = 10_000;

/** Tells what a ledger lacks that was put back to an old backup; with `--yes` has it taken over from the stream (R20). */
export async function catchUp(ops: Ops, { yes = false, wait }: CatchUpOptions): Promise<Well> {
  return withHouse(ops, async (house) => {
    const { client } = house;
    const before = await compared(ops, client);
    if (before.state === 'agreed') return nothingMissing(ops, before);
    if (/^(unknown|not-compared)$/.test(before.state)) throw cannotSay(before);
    const missing = await missingEvents(ops, house, before);
    if (!ops.json) for (const line of planLines(before, missing)) ops.terminal.print(line);
    if (!yes) {
      if (ops.json) ops.terminal.printJson({ ...before, missing });
      ops.terminal.say('Nothing was done. The same command with --yes does it.');
      return false;
    }
    const begun = await client.request(catchUpLedger, {}, newCaller());
    const { upTo } = missing;
    const after = wait ? await watchLedger(ops, client, { from: before, begun, upTo }) : begun;
    if (ops.json) ops.terminal.printJson({ ...after, missing });
    else ops.terminal.print(lastLine(after));
    return true;
  });
}

function ask(client: MessageClient): Promise<LedgerState> {
  return client.request(getLedger, {}, newCaller());
}

/** A hub compares as soon as Postgres answers; it may be about to. */
async function compared(ops: Ops, client: MessageClient): Promise<LedgerState> {
  const end = performance.now() + comparedWithinMs;
  for (;;) {
    const now = await ask(client);
    if (now.state !== 'not-compared' || performance.now() > end) return now;
    await rest(ops);
  }
}

function watchLedger(
  ops: Ops,
  client: MessageClient,
  { from, begun, upTo }: { from: LedgerState; begun: LedgerState; upTo: number },
): Promise<LedgerState> {
  const start = from.agreedUpTo ?? 0;
  return watch(ops, begun, {
    ask: () => ask(client),
    isOver: (now) => {
      if (now.state === 'behind') throw stopped(now);
      return now.state === 'agreed';
    },
    progress: ({ agreedUpTo }) => ({
      done: Math.max(0, (agreedUpTo ?? start) - start),
      all: Math.max(0, upTo - start),
      unit: 'events of the stream',
    }),
    goesOn: 'The hub goes on: the same command shows it.',
  });
}

async function rest({ signal }: Ops): Promise<void> {
  await pause(askEveryMs, undefined, { signal }).catch(() => undefined);
  if (signal.aborted)
    throw new OpsError('Watching was stopped.', 'The hub goes on: the same command shows it.');
}

function nothingMissing(ops: Ops, state: LedgerState): Well {
  if (ops.json) ops.terminal.printJson(state);
  else
    ops.terminal.print(
      'The ledger lacks nothing of the event stream: there is nothing to take over.',
    );
  return true;
}

function cannotSay({ problem }: LedgerState): OpsError {
  const help = '`npm run phoenix -- status` says how the house is; then run this command again.';
  return new OpsError(problem ?? 'The ledger was not compared with the event stream.', help);
}

function stopped({ problem }: LedgerState): OpsError {
  const help = 'What was taken over before it stays; docs/runbook.md tells the way on.';
  return new OpsError(problem ?? 'The ledger is still behind the event stream.', help);
}

function planLines({ problem, state, agreedUpTo }: LedgerState, missing: MissingEvents): string[] {
  const { events, accounts, byType, first, last } = missing;
  const each = Object.entries(byType)
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => `${count} ${type}`)
    .join(', ');
  return [
    state === 'behind' ? problem! : 'The ledger is catching up already.',
    `After sequence ${agreedUpTo} the stream holds ${counted(events, 'event')} of ${counted(accounts, 'account')}, from ${first} to ${last}: ${each}.`,
    'Each is written into the ledger as the decision that told it had written it: entries, grants, holds, keys with their answers, the event log.',
    'The words that staff gave as a reason are in no event: those lines of the audit list come back without them.',
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function lastLine({ state, agreedUpTo }: LedgerState): string {
  if (state === 'agreed')
    return `The ledger lacks nothing any more (sequence ${agreedUpTo}), and takes changes again. Next: \`npm run phoenix -- books\`.`;
  return 'The ledger is catching up: `npm run phoenix -- ledger catch-up` shows how far.';
}
