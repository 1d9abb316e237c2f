import type { LoggedEvent } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';
import { eventLogContracts, type LoggingService } from './gather-request.js';

export interface EventLogOptions {
  readonly service: LoggingService;
  readonly user?: string;
  readonly correlation?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
}

/** Most pages that are asked for one answer: each looks at 50,000 rows. */
const mostPages = 200;

/** Prints what a service has recorded, newest first; asks on while a page has fewer than are wanted. */
export async function eventLog(ops: Ops, options: EventLogOptions): Promise<Well> {
  const { events, all } = await withHouse(ops, async ({ client }) => {
    const { service, correlation: correlationId, limit, ...wanted } = options;
    const found: LoggedEvent[] = [];
    let before: number | null = null;
    for (let pages = 0; pages < mostPages && found.length < limit; pages++) {
      const request = { ...wanted, correlationId, limit: limit - found.length };
      const page: { events: LoggedEvent[]; next: number | null } = await client.request(
        eventLogContracts[service],
        { ...request, ...(before !== null && { before }) },
        newCaller(),
      );
      found.push(...page.events);
      before = page.next;
      if (before === null) break;
    }
    return { events: found, all: before === null };
  });
  if (ops.json) ops.terminal.printJson({ events, all });
  else if (events.length === 0) ops.terminal.print('The log has no such event.');
  else {
    const head = ['RECORDED', 'SEQUENCE', 'TYPE', 'USER', 'VERSION', 'CORRELATION'];
    for (const line of table(head, events.map(rowOf))) ops.terminal.print(line);
    if (!all) ops.terminal.say('There is more: --until the last one shows what is older.');
  }
  return true;
}

function rowOf(event: LoggedEvent): string[] {
  const place = event.waiting ? 'waits' : String(event.sequence ?? '?');
  const user = event.userId ?? '–';
  return [
    ...[event.recordedAt, place, event.type, user],
    ...[String(event.subjectVersion), event.correlationId],
  ];
}
