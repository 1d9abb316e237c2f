import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { listEvents } from '#libs/contracts';
import { newCaller, readEvents, streamName, type StreamedEvent } from '#libs/messaging';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually, keeper } from '#libs/testing';
import { readModels } from '../../../services/projector/src/read-models/read-models.js';
import { connectRaw } from '../wire/raw-connection.js';
import { OpsStack } from './ops-stack.js';

interface Told {
  readonly id: string;
  readonly source: string;
  readonly user: string;
  readonly version: string;
  readonly data: string;
}

describe('R19: after a total loss of the stream', () => {
  let house: OpsStack;
  let token: string;
  let userId: string;

  beforeAll(async () => {
    house = await OpsStack.start('hub', 'projector');
    await Promise.all([1, 2, 3].map((times) => house.spender(times)));
    ({ token, userId } = await house.stack.user());
    await house.run('token', '--user', userId);
    for (let i = 0; i < 5; i++) await house.spend(token);
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => house?.stop());

  async function loseStream(): Promise<void> {
    const nats = await connectRaw(house.stack.broker, keeper);
    await (await jetstreamManager(nats)).streams.delete(streamName);
    await nats.close();
  }

  /** What the hub has decided, in the order in which each user's stands. */
  function recorded(): Promise<Told[]> {
    return house.stack.database.query<Told & Record<string, unknown>>(
      `SELECT event_id AS id, 'hub' AS source, subject_user_id AS user, subject_version AS version, data
       FROM hub.outbox ORDER BY subject_user_id, subject_version`,
    );
  }

  /** All that the stream holds. */
  async function inStream(): Promise<StreamedEvent[]> {
    const stream = await house.stack.eventStream();
    const { epoch, lastSequence } = (await stream.position())!;
    const ended = new AbortController();
    const all: StreamedEvent[] = [];
    const options = { stream, epoch, from: 1, batchSize: 500, log: house.stack.log };
    for await (const batch of readEvents({ ...options, signal: ended.signal })) {
      all.push(...batch);
      if (all.length >= lastSequence) break;
    }
    ended.abort();
    return all;
  }

  it('names the first event in which stream and event store differ', async () => {
    expect(await house.run('stream', 'verify')).toEqual({
      exitCode: 0,
      stdout: '19 events, stream and event store agree, and no version is missing.\n',
      stderr: '',
    });
    const change = (to: string) =>
      `ALTER TABLE projector.event_store_v1 DISABLE TRIGGER ALL;
       UPDATE projector.event_store_v1 SET ${to} WHERE stream_sequence = 7;
       ALTER TABLE projector.event_store_v1 ENABLE TRIGGER ALL`;
    const more = change(`event_data = event_data || '{"balance": 1000}'`);
    const [before] = await house.stack.database.query<{ data: string }>(
      'SELECT event_data::text AS data FROM projector.event_store_v1 WHERE stream_sequence = 7',
    );
    await house.withChange(more, change(`event_data = '${before!.data}'`), async () => {
      const { exitCode, stdout } = await house.run('stream', 'verify');
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/After 6 events that agree: event .* \(sequence 7\): fingerprint is/);
    });
    const later = change('stream_sequence = 700');
    const back = later.replaceAll('700', '0').replace('= 7;', '= 700;').replace('= 0', '= 7');
    await house.withChange(later, back, async () => {
      const { exitCode, stdout } = await house.run('stream', 'verify', '--json');
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        ...{ agree: false, events: 6 },
        difference: expect.stringContaining('at sequence 7, the event store goes on at 8'),
      });
    });
  });

  /** Once each, the same bytes, each user's in the order of its versions. */
  async function expectAllBack(): Promise<void> {
    const outbox = await recorded();
    const stream = (await inStream()).map(({ envelope, data }) => {
      if (envelope instanceof Error) throw envelope;
      const { id, source, userId: user, subjectVersion } = envelope;
      const version = String(subjectVersion);
      return { id, source, user: user!, version, data: Buffer.from(data).toString() };
    });
    const users = [...new Set(outbox.map(({ user }) => user))];
    const byUser = users.flatMap((user) => stream.filter((one) => one.user === user));
    expect(byUser).toEqual(outbox);
    expect(stream).toHaveLength(outbox.length);
    const models = await house.stack.database.query(
      `SELECT model FROM projector.builds WHERE state <> 'discarded' ORDER BY model`,
    );
    expect(models.map(({ model }) => model)).toEqual(readModels.map(({ name }) => name).sort());
  }

  const page = (after?: string) =>
    house.website.request(listEvents, { limit: 2, after }, newCaller(token));

  it('tells what would come back, and does nothing without --yes', async () => {
    await loseStream();
    const spoken = await eventually(
      () => house.run('stream', 'restore', '--dry-run'),
      ({ stdout }) => stdout.includes('missing'),
    );
    expect(spoken).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Nothing was done.'),
      stdout: expect.stringContaining(
        'The event store knows 19 events (19 of hub). The last is EnergyConsumed ',
      ),
    });
    expect(await (await house.stack.eventStream()).position()).toBeNull();
  });

  it('brings back what was published and what was not, tells old cursors, and goes on', async () => {
    const { next: old } = await page();
    await house.spend(token);
    const spoken = await house.run('stream', 'restore', '--yes');
    expect(spoken).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('The event stream is restored'),
    });
    await eventually(inStream, (all) => all.length === 20);
    await expectAllBack();
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
    expect(await house.run('stream', 'verify')).toMatchObject({ exitCode: 0 });
    await expect(page(old!)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    const { next } = await page();
    expect((await page(next!)).events).toHaveLength(2);
    await house.spend(token);
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
    expect((await page()).events[0]).toMatchObject({ sequence: 21 });
    expect(await house.run('stream', 'restore')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('there is nothing to restore'),
    });
  });

  it.each([
    'restore.after-create',
    'restore.in-step',
    'relay.after-publish',
    'relay.after-mark',
    'projector.in-transaction',
  ])('comes to its end when it fails at %s', async (name) => {
    await loseStream();
    await house.spend(token);
    armFailpoint(name, 'throw@1');
    await eventually(
      () => house.run('stream', 'restore', '--dry-run'),
      ({ stdout }) => stdout.includes('missing'),
    );
    expect(await house.run('stream', 'restore', '--yes')).toMatchObject({ exitCode: 0 });
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
    await expectAllBack();
    expect(failpointHits().get(name)).toBeGreaterThan(0);
  });

  it('begins anew when the stream is lost again before all is back', async () => {
    await loseStream();
    armFailpoint('projector.in-transaction', 'throw');
    await house.run('stream', 'restore', '--yes', '--no-wait');
    const builds = `SELECT count(*)::int AS builds FROM projector.builds WHERE state <> 'discarded'`;
    await eventually(
      async () => (await house.stack.database.query<{ builds: number }>(builds))[0]!.builds,
      (count) => count === 2 * readModels.length,
    );
    await loseStream();
    disarmFailpoints();
    expect(await house.run('stream', 'restore', '--yes')).toMatchObject({ exitCode: 0 });
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
    await expectAllBack();
  });
});
