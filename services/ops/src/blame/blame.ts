import { tracedEvents } from '../house/traced-events.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { inWords } from '../request/print-request.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { isNobodys, rowOrigins, type RowOrigin } from './row-origins.js';

export interface BlameOptions {
  readonly user: string;
  readonly model: string;
  readonly limit: number;
  /** Also the rows that are as they must be, where some are not. */
  readonly all?: boolean;
}

/** Tells of each row of a user in a read model which events made it; well when each is what its events make. */
export async function blame(ops: Ops, { user, model, limit, all }: BlameOptions): Promise<Well> {
  const events = await withHouse(ops, ({ client }) =>
    tracedEvents(client, { user, models: [model] }),
  );
  const rows = rowOrigins(events);
  const wrong = rows.filter(({ fault }) => fault !== null);
  if (ops.json) {
    ops.terminal.printJson({ userId: user, model, rows: rows.map(inJson) });
  } else if (wrong.length > 0 && !all) {
    for (const row of wrong.slice(-limit)) print(ops.terminal, row, limit);
    const right = rows.length - wrong.length;
    if (right > 0)
      ops.terminal.say(`${right} more are what their events make: --all shows them, too.`);
  } else if (rows.length === 0) {
    ops.terminal.print(`No event of user ${user} makes a row in ${model}.`);
  } else for (const row of rows.slice(-limit)) print(ops.terminal, row, limit);
  if (!ops.json && rows.length > limit)
    ops.terminal.say(
      `${rows.length - limit} earlier rows are not shown: --limit ${rows.length} shows them.`,
    );
  return wrong.length === 0;
}

function print(terminal: Terminal, row: RowOrigin, limit: number): void {
  const figures = Object.entries(row.kept ?? {}).filter(([column]) => !(column in row.key));
  terminal.print(`${row.table} ${inWords(row.key)}`);
  if (figures.length > 0) terminal.print(`  ${inWords(Object.fromEntries(figures))}`);
  if (isNobodys(row)) terminal.print('  Events of other users count in too.');
  if (row.fault)
    terminal.printFault(`  ✗ ${row.fault}: \`replay run\` makes it anew from the stream`);
  const lines = row.events
    .slice(-limit)
    .map((event) => [
      ...[String(event.sequence), event.occurredAt, `${event.type} v${event.eventVersion}`],
      ...[event.eventId, event.correlationId],
    ]);
  const head = ['SEQUENCE', 'WHEN', 'EVENT', 'ID', 'CORRELATION'];
  for (const line of table(head, lines)) terminal.print(`  ${line}`);
  const more = row.events.length - lines.length;
  if (more > 0) terminal.print(`  and ${more} before these`);
}

function inJson({ events, ...row }: RowOrigin) {
  const told = events.map(
    ({ sequence, eventId, type, eventVersion, occurredAt, correlationId }) => ({
      ...{ sequence, eventId, type, eventVersion, occurredAt, correlationId },
    }),
  );
  return { ...row, events: told };
}
