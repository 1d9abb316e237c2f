import { randomUUID } from 'node:crypto';
import { accountOpened, type Cause } from '#libs/contracts';
import {
  nextSubjectVersion,
  recordEvents,
  transaction,
  type DataSource,
  type EntityManager,
} from '#libs/persistence';

export const cause: Cause = {
  actorId: '5bb6f3a1-65f1-4d6e-9a70-3a1a05d33b5e',
  correlationId: 'correlation-1',
  causationId: 'message-1',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

export function opened(userId: string | null, subjectVersion: number) {
  return { contract: accountOpened, userId, subjectVersion, data: { catalogueVersion: 1 } };
}

/** Takes a version and records one event of this user; returns its id. */
export async function recordIn(tx: EntityManager, userId: string): Promise<string> {
  const version = await nextSubjectVersion(tx, userId);
  const [id] = await recordEvents(tx, {
    source: 'hub',
    cause,
    occurredAt: '2026-01-02T03:04:05.678Z',
    events: [opened(userId, version)],
  });
  return id!;
}

/** Commits one event each for as many new users; returns their ids in order. */
export async function record(dataSource: DataSource, count: number): Promise<string[]> {
  return transaction(dataSource, async (tx) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) ids.push(await recordIn(tx, randomUUID()));
    return ids;
  });
}

export interface Mark {
  readonly id: string;
  readonly seq: number | null;
}

/** The outbox in order of its rows. */
export async function marks(dataSource: DataSource): Promise<Mark[]> {
  const rows: { id: string; seq: string | null }[] = await dataSource.query(
    'SELECT event_id AS id, published_seq AS seq FROM outbox_log AS log ORDER BY log.id',
  );
  return rows.map(({ id, seq }) => ({ id, seq: seq === null ? null : Number(seq) }));
}
