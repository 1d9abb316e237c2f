import { listServiceFigures } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';

export interface FiguresOptions {
  readonly minutes?: number;
  readonly before?: string;
}

/** Prints how many events each service told a minute, the newest minute first. */
export async function figures(ops: Ops, { minutes = 10, before }: FiguresOptions): Promise<Well> {
  const told = await withHouse(ops, ({ client }) =>
    client.request(listServiceFigures, { minutes, before }, newCaller()),
  );
  if (ops.json) ops.terminal.printJson(told);
  else if (told.figures.length === 0) ops.terminal.print('No service has told anything.');
  else {
    const rows = told.figures.map((one) => [one.minute, one.source, one.type, String(one.events)]);
    for (const line of table(['MINUTE', 'SOURCE', 'TYPE', 'EVENTS'], rows)) {
      ops.terminal.print(line);
    }
  }
  return true;
}
