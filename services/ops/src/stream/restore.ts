import { getLedger, getStream, restoreStream, type StreamState } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { watch } from '../watch.js';

export interface RestoreStreamOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly wait: boolean;
}

/** Tells what a restore brings back; with `--yes` has a missing stream made anew and waits until all is back (R19). */
export async function restore(ops: Ops, options: RestoreStreamOptions): Promise<Well> {
  return withHouse(ops, async ({ client }) => {
    const before = await ask(client);
    if (/^(not-yet-made|whole)$/.test(before.state)) return nothingLost(ops, before);
    if (before.state === 'damaged') throw damaged(before);
    const begin = options.yes && !options.dryRun;
    if (!ops.json) for (const line of planLines(before)) ops.terminal.print(line);
    if (begin) await assertLedgerIsNotBehind(client);
    else {
      if (ops.json) ops.terminal.printJson(before);
      ops.terminal.say(
        'Nothing was done. The same command with --yes, without --dry-run, does it.',
      );
      return false;
    }
    const begun = await client.request(restoreStream, {}, newCaller());
    const after = options.wait ? await watchRestore(ops, client, before, begun) : begun;
    if (ops.json) ops.terminal.printJson(after);
    else ops.terminal.print(lastLine(after));
    return true;
  });
}

/** What a ledger lacks is in the stream alone: a stream that is made anew would not have it either (R20). */
async function assertLedgerIsNotBehind(client: MessageClient): Promise<void> {
  const ledger = await client.request(getLedger, {}, newCaller()).catch(() => undefined);
  if (ledger?.state !== 'behind' && ledger?.state !== 'catching-up') return;
  throw new OpsError(
    `The ledger is behind the event stream: ${ledger.problem}`,
    'Put the data folder of NATS back, and run `npm run phoenix -- ledger catch-up` first.',
  );
}

function ask(client: MessageClient): Promise<StreamState> {
  return client.request(getStream, {}, newCaller());
}

/** What the event store knows is what comes back at least; events that were never published follow. */
function watchRestore(
  ops: Ops,
  client: MessageClient,
  { known }: StreamState,
  begun: StreamState,
): Promise<StreamState> {
  const events = eventsOf(known);
  return watch(ops, begun, {
    ask: () => ask(client),
    isOver: ({ state }) => state === 'whole',
    progress: ({ streamSequence: done, problem }) =>
      done < events
        ? { done, all: events, unit: 'events' }
        : `${problem ?? 'The event stream is being restored.'} It has ${done} events by now.`,
    goesOn: 'The restore goes on: `status` shows it.',
  });
}

function eventsOf(known: StreamState['known']): number {
  return known.reduce((sum, one) => sum + one.events, 0);
}

function nothingLost(ops: Ops, state: StreamState): Well {
  if (ops.json) ops.terminal.printJson(state);
  else if (state.state === 'whole')
    ops.terminal.print(
      `The event stream is there, with ${state.streamSequence} events: there is nothing to restore.`,
    );
  else ops.terminal.print('No event stream was ever made here: the projector makes the first one.');
  return true;
}

function damaged({ problem }: StreamState): OpsError {
  return new OpsError(
    problem ?? 'The event stream is damaged.',
    'A stream that is there is never replaced. When `status` says that the ledger takes no changes, `ledger catch-up` comes first. Then stop the house, move the data folder of NATS aside, start the house, and run this command again.',
  );
}

function planLines({ state, known, lastKnown }: StreamState): string[] {
  const events = eventsOf(known);
  const each = known.map((one) => `${one.events} of ${one.source}`).join(', ');
  return [
    state === 'missing'
      ? 'The event stream is missing. A restore makes it anew, under a new epoch.'
      : 'A restore is under way.',
    lastKnown
      ? `The event store knows ${events} events (${each}). The last is ${lastKnown.type} ${lastKnown.eventId} of ${lastKnown.occurredAt}, at sequence ${lastKnown.sequence}.`
      : 'The event store knows no events.',
    'Every service puts its own events back from its outbox, in their order, and then those that were never published.',
    'Read models are filled anew beside those that are read now. Cursors of lists begin again.',
  ];
}

function lastLine({ state, streamSequence }: StreamState): string {
  if (state === 'whole')
    return `The event stream is restored, with ${streamSequence} events. Next: \`npm run phoenix -- stream verify\`.`;
  return 'The restore is under way: `npm run phoenix -- stream restore` shows how far.';
}
