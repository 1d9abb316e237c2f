import type { ReplayRun } from '#libs/contracts';
import type { EventStream } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import { listRuns } from '../replay/list-runs.js';

/** The model's newest replay, as it is after a command. */
export async function newestRun(
  dataSource: DataSource,
  stream: EventStream,
  model: string,
): Promise<ReplayRun> {
  const end = (await stream.position())?.lastSequence ?? 0;
  const [run] = await listRuns(dataSource, { model, limit: 1 }, end);
  if (!run) throw new Error(`The read model ${model} was never replayed.`);
  return run;
}
