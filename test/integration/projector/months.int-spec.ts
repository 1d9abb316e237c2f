import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { listEvents, type RecordedEvent } from '#libs/contracts';
import { TestReplay } from '../replay/test-replay.js';
import { again, life } from './told-events.js';

const thisYear = new Date().getUTCFullYear();
const month = (n: number) => new Date(Date.UTC(thisYear + 1, n)).toISOString().slice(0, 7);
const partName = (build: number, name: string) => `event_store_v${build}_${name.replace('-', '')}`;

describe('the event store by month', () => {
  let replay: TestReplay;
  let events: RecordedEvent[];
  let user: Awaited<ReturnType<TestReplay['projector']['stack']['user']>>;

  beforeAll(async () => {
    replay = await TestReplay.start();
    user = await replay.projector.stack.user();
    // Three months of next year, four events each, and the month after that is made ahead.
    events = life(user.userId, 10).map(({ envelope, data }, n) => ({
      envelope: { ...envelope, occurredAt: `${month(Math.floor(n / 4))}-05T10:00:00.000Z` },
      data,
    }));
    await replay.projector.tell(...life(randomUUID(), 3), ...events);
  });
  afterAll(() => replay?.projector.stack.stop());

  /** The parts of a build and how many rows each has. */
  async function parts(build: number): Promise<Record<string, number>> {
    const names = await replay.projector.rows<{ part: string }>(
      `SELECT inhrelid::regclass::text AS part FROM pg_inherits
       WHERE inhparent = $1::regclass ORDER BY 1`,
      [`projector.event_store_v${build}`],
    );
    const counts = names.map(async ({ part }) => {
      const [row] = await replay.projector.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${part}`,
      );
      return [part.replace('projector.', ''), row!.n];
    });
    return Object.fromEntries(await Promise.all(counts)) as Record<string, number>;
  }

  const ofModel = (verb: string, ...more: string[]) =>
    replay.phoenix('replay', verb, '--model', 'event-store', ...more);

  it('holds each month’s events in a part of its own, the month after made ahead', async () => {
    expect(await parts(1)).toMatchObject({
      event_store_v1_first: 5,
      [partName(1, month(0))]: 4,
      [partName(1, month(1))]: 4,
      [partName(1, month(2))]: 4,
      [partName(1, month(3))]: 0,
    });
  });

  it('R22: lists a user’s events over months in stream order, as before', async () => {
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const request = { limit: 5, after };
      const page = await replay.projector.website.request(listEvents, request, user.caller);
      pages.push(page.events.map(({ eventId }) => eventId));
      after = page.next ?? undefined;
    } while (after);
    expect(pages.flat()).toEqual(events.map(({ envelope }) => envelope.id).toReversed());
    expect(await replay.phoenix('stream', 'verify')).toMatchObject({ exitCode: 0 });
  });

  it('R2: takes an event of an earlier month that comes again for what it is', async () => {
    await replay.projector.tell(...events.slice(0, 3).map(again));
    const all = events.map((_, n) => n + 1);
    expect(await replay.projector.versions('event_store_v1', user.userId)).toEqual(all);
    expect((await replay.projector.model('event-store')).parkedUsers).toBe(0);
  });

  it('R15: lets nobody change a row of a part', async () => {
    for (const part of ['event_store_v1_first', partName(1, month(1))]) {
      await expect(replay.projector.rows(`DELETE FROM projector.${part}`)).rejects.toMatchObject({
        code: '23001',
      });
    }
  });

  it('joins a month on while a reader holds its snapshot, and neither waits', async () => {
    const counted = 'SELECT count(*) FROM projector.event_store_v1';
    const reader = new Client({ connectionString: replay.projector.stack.database.adminUrl });
    await reader.connect();
    try {
      await reader.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; ${counted}`);
      const far = life(randomUUID(), 0).map(({ envelope, data }) => ({
        envelope: { ...envelope, occurredAt: `${month(8)}-05T10:00:00.000Z` },
        data,
      }));
      await replay.projector.tell(...far);
      expect((await parts(1))[partName(1, month(8))]).toBe(2);
      await reader.query(`${counted}; COMMIT`);
    } finally {
      await reader.end();
    }
  });

  it('R25: is replayed into a build by month, verified, cut over and discarded', async () => {
    for (const verb of [['run', '--yes'], ['verify'], ['cutover']]) {
      const spoken = await ofModel(...(verb as [string, ...string[]]));
      expect({ verb, ...spoken }).toMatchObject({ exitCode: 0 });
    }
    const rows = (build: number) =>
      replay.projector.rows(
        `SELECT * FROM projector.event_store_v${build} ORDER BY stream_sequence`,
      );
    expect(await rows(2)).toEqual(await rows(1));
    expect(await parts(2)).toMatchObject({
      [partName(2, month(0))]: 4,
      [partName(2, '2026-01')]: 5,
    });
    expect(await replay.projector.rows(indexes(partName(2, month(0))))).toEqual(
      await replay.projector.rows(indexes(partName(1, month(0)))),
    );
    expect(await ofModel('discard', '--build', '1')).toMatchObject({ exitCode: 0 });
    const left = `SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'event\\_store\\_v1%'`;
    const gone = async () => (await replay.projector.rows(left)).length === 0;
    expect(await replay.eventually(gone)).toBe(true);
  });

  /** What each index of a part is of, without its name. */
  function indexes(part: string): string {
    return `SELECT regexp_replace(indexdef, '^.* USING', '') AS of, indexdef LIKE '%UNIQUE%' AS one
            FROM pg_indexes WHERE tablename = '${part}' ORDER BY 1, 2`;
  }
});
