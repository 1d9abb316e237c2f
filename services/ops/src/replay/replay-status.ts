import { listReplays, type ReplayRun } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';
import { progressOf } from './watch-run.js';

/** Every replay, newest first, with how far it is and why it stands still. */
export async function replayStatus(ops: Ops, { model }: { model?: string }): Promise<Well> {
  const { replays } = await withHouse(ops, ({ client }) =>
    client.request(listReplays, { model }, newCaller()),
  );
  if (ops.json) ops.terminal.printJson({ replays });
  else if (replays.length === 0) ops.terminal.print('Nothing was ever replayed here.');
  else {
    const head = ['READ MODEL', 'BUILD', 'KIND', 'STATE', 'STARTED', 'PROGRESS', 'FOUND'];
    for (const line of table(head, replays.map(rowOf))) ops.terminal.print(line);
    for (const run of replays.filter(({ reason }) => reason)) {
      ops.terminal.print(`${run.model}, build ${run.build}: ${run.reason}`);
    }
  }
  return true;
}

function rowOf(run: ReplayRun): string[] {
  const state = run.paused ? `${run.state}, paused` : run.state;
  const found = run.report === null ? '–' : run.report.clean ? 'clean' : 'differences';
  const progress = run.checkpoint === null ? '–' : progressOf(run);
  return [run.model, String(run.build), run.kind, state, run.startedAt, progress, found];
}
