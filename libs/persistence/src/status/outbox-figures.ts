import { relayLock } from '../advisory-lock.js';
import type { Statement } from '../pipelined-session.js';
import type { StoringService } from '../roles.js';

export interface Backlog {
  readonly events: number;
  readonly oldestSeconds: number;
}

type Ask = (statement: Statement) => Promise<readonly Record<string, unknown>[]>;

/** How many events wait (of the first 100,000 recordings), and for how many seconds the first of them has. */
export async function readBacklog(ask: Ask): Promise<Backlog> {
  const [row] = (await ask({ name: 'outbox-backlog', text: backlog })) as [
    { events: string; seconds: string | null },
  ];
  return { events: Number(row.events), oldestSeconds: Math.max(0, Number(row.seconds ?? 0)) };
}

/** Whether any instance of the service holds the lock of the one that publishes. */
export async function readPublisher(
  ask: (text: string, values: unknown[]) => Promise<{ held: boolean }[]>,
  service: StoringService,
): Promise<boolean> {
  return (await ask(publisher, [relayLock(service)]))[0]!.held;
}

const backlog = `
  SELECT (SELECT coalesce(sum(events), 0) FROM (SELECT events FROM outbox_waiting LIMIT 100000) AS w) AS events,
         (SELECT extract(epoch FROM clock_timestamp() - recorded_at) FROM outbox
          WHERE id = (SELECT min(first_id) FROM outbox_waiting)) AS seconds`;

const publisher = `
  SELECT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0)) AS held`;
