import { listReplays, type ReplayRun } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';
import type { Progress } from '../terminal/progress.js';
import { watch } from '../watch.js';

const underWay = new Set<ReplayRun['state']>(['running', 'verifying']);

/** The run once nothing is under way in it; tells how far it is meanwhile. The replay goes on when the watching is stopped. */
export function watchRun(ops: Ops, client: MessageClient, begun: ReplayRun): Promise<ReplayRun> {
  return watch(ops, begun, {
    ask: () => again(client, begun),
    isOver: (run) => {
      if (!isUnderWay(run)) return true;
      if (run.paused)
        throw new OpsError('The replay is paused.', 'It goes on with `replay resume`.');
      if (run.stopped) throw new OpsError('The replay has stopped.', run.reason ?? '');
      return false;
    },
    progress: (run) => run.reason ?? (run.state === 'verifying' ? 'comparing …' : eventsOf(run)),
    goesOn: 'The replay goes on: `replay status` shows it.',
  });
}

/** How far a replay is, for a table. */
export function progressOf(run: ReplayRun): string {
  if (run.state === 'verifying') return 'comparing …';
  const { done, all } = eventsOf(run);
  return `${done} of ${all} events (${Math.floor((100 * done) / all)} %)`;
}

function eventsOf({ checkpoint, streamSequence, fromSequence }: ReplayRun): Progress {
  const done = Math.max(0, (checkpoint ?? 0) - fromSequence + 1);
  return { done, all: Math.max(1, streamSequence - fromSequence + 1), unit: 'events' };
}

/** A dry run compares once it is caught up. */
function isUnderWay({ kind, state }: ReplayRun): boolean {
  return underWay.has(state) || (kind === 'dry-run' && state === 'caught-up');
}

async function again(client: MessageClient, { model, replayId }: ReplayRun): Promise<ReplayRun> {
  const { replays } = await client.request(listReplays, { model, limit: 20 }, newCaller());
  const run = replays.find((one) => one.replayId === replayId);
  if (!run)
    throw new OpsError('The replay is gone.', '`replay status` shows those that are there.');
  return run;
}
