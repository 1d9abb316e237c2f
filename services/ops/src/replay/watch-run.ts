import { listReplays, type ReplayRun } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { patiently } from '../house/patiently.js';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';

const askEveryMs = 300;
const tellEveryMs = 3_000;
const underWay = new Set<ReplayRun['state']>(['running', 'verifying']);

/** The run once nothing is under way in it; tells how far it is meanwhile. The replay goes on when the watching is stopped. */
export async function watchRun(
  ops: Ops,
  client: MessageClient,
  begun: ReplayRun,
): Promise<ReplayRun> {
  let toldAt = performance.now();
  for (let run = begun; ; run = await patiently(ops, () => again(client, begun))) {
    if (!isUnderWay(run)) return run;
    if (run.paused) throw new OpsError('The replay is paused.', 'It goes on with `replay resume`.');
    if (run.stopped) throw new OpsError('The replay has stopped.', run.reason ?? '');
    if (performance.now() - toldAt > tellEveryMs) {
      ops.terminal.say(run.reason ?? progressOf(run));
      toldAt = performance.now();
    }
    await pause(askEveryMs, undefined, { signal: ops.signal }).catch(() => undefined);
    if (ops.signal.aborted)
      throw new OpsError('Watching was stopped.', 'The replay goes on: `replay status` shows it.');
  }
}

export function progressOf({ state, checkpoint, streamSequence, fromSequence }: ReplayRun): string {
  if (state === 'verifying') return 'comparing …';
  const done = Math.max(0, (checkpoint ?? 0) - fromSequence + 1);
  const all = Math.max(1, streamSequence - fromSequence + 1);
  return `${done} of ${all} events (${Math.floor((100 * done) / all)} %)`;
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
