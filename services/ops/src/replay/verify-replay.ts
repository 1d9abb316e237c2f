import { steerReplay } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { printReport } from './print-report.js';
import { watchRun } from './watch-run.js';

/** Compares shadow, live and the stream at one sequence; names the first event that differs. */
export async function verifyReplay(ops: Ops, { model }: { model: string }): Promise<Well> {
  const run = await withHouse(ops, async ({ client }) => {
    const begun = await client.request(steerReplay, { model, step: 'verify' }, newCaller());
    return watchRun(ops, client, begun);
  });
  if (ops.json) ops.terminal.printJson(run);
  else if (run.report) printReport(ops.terminal, run);
  return run.state === 'verified';
}
