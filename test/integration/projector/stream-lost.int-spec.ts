import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { streamName, type RunningService } from '#libs/messaging';
import type { ReadinessStatus } from '#libs/telemetry';
import { eventually, keeper } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';
import { maxBytes, ready, TestProjector } from './test-projector.js';
import { life } from './told-events.js';

const missing =
  'The event stream is missing. Nothing is lost: every service keeps its events in its outbox. Keep the data folders as they are and restore the stream (`npm run phoenix -- stream restore`).';
const size = { maxBytes, replicas: 1 };

describe('a lost event stream', () => {
  let projector: TestProjector;
  let running: RunningService;

  beforeAll(async () => {
    projector = await TestProjector.start(0);
    running = await projector.run();
    await projector.tell(...life(randomUUID(), 3));
  });
  afterAll(() => projector?.stack.stop());

  const deleteStream = () => remove(projector);

  async function remove({ stack }: TestProjector): Promise<void> {
    const nats = await connectRaw(stack.broker, keeper);
    await (await jetstreamManager(nats)).streams.delete(streamName);
    await nats.close();
  }

  function reasons({ checks }: ReadinessStatus): (string | undefined)[] {
    return checks.filter((check) => !check.ready).map(({ reason }) => reason);
  }

  /** The stream and both read models say why. */
  function notReady(): Promise<ReadinessStatus> {
    return eventually(
      () => ready(running),
      (status) => {
        const said = reasons(status);
        const models = ['event-store', 'energy-history'];
        return said.length === 2 && models.every((model) => said.join().includes(`${model} is`));
      },
    );
  }

  it('R18: is noticed, never created again, and readiness says what to do', async () => {
    await deleteStream();
    const said = reasons(await notReady());
    expect(said).toContain(missing);
    expect(said.join()).toContain(`event-store is stopped: ${missing}`);
    expect(await projector.stream.position()).toBeNull();
  });

  it('R18: keeps a projector that starts then from being ready', async () => {
    const second = await projector.begin();
    const status = await eventually(
      () => ready(second),
      (seen) => reasons(seen).includes(missing),
    );
    expect(status.ready).toBe(false);
    expect(await projector.stream.position()).toBeNull();
    await second.app.close();
  });

  it('R18: another stream in its place is not read', async () => {
    const epoch = randomUUID();
    await projector.stream.create(epoch, size);
    await eventually(
      () => ready(running),
      (status) => reasons(status).join().includes(`another one (epoch ${epoch})`),
    );
    const [before] = await projector.rows('SELECT count(*) FROM projector.event_store_v1');
    await projector.stream.appendBatch(life(randomUUID(), 30));
    expect(reasons(await notReady()).join()).toContain('stream restore');
    expect(await projector.rows('SELECT count(*) FROM projector.event_store_v1')).toEqual([before]);
    await deleteStream();
  });

  it('R18: a rewound stream is not read on', async () => {
    const checkpoint = `SELECT epoch, event_id, sequence FROM projector.checkpoints
      WHERE model = 'event-store'`;
    const kept = await projector.rows<{ epoch: string }>(checkpoint);
    await projector.stream.create(kept[0]!.epoch, size);
    await projector.stream.appendBatch(life(randomUUID(), 10));
    await eventually(
      () => ready(running),
      (status) => reasons(status).join().includes('rewound'),
    );
    expect(await projector.rows(checkpoint)).toEqual(kept);
  });

  it('R18: one that was cut and filled again holds the same events elsewhere, and is not read on', async () => {
    const other = await TestProjector.start(0);
    try {
      const one = await other.run();
      const told = life(randomUUID(), 8);
      await other.tell(...told);
      const { epoch } = (await other.stream.position())!;
      await one.app.close();
      await remove(other);
      await other.stream.create(epoch, size);
      await other.stream.appendBatch([...told.slice(0, -1).toReversed(), told.at(-1)!]);
      const another = await other.begin();
      await eventually(
        () => ready(another),
        (status) => reasons(status).join().includes('filled again'),
      );
    } finally {
      await other.stack.stop();
    }
  });

  it('R20: one that was restored since this Postgres was backed up is followed from its beginning', async () => {
    const other = await TestProjector.start(1);
    try {
      const [userId, newer] = [randomUUID(), randomUUID()];
      const told = life(userId, 3);
      await other.tell(...told);
      const { epoch: before } = (await other.stream.position())!;
      const [between, after] = [randomUUID(), randomUUID()];
      await remove(other);
      await other.stream.create(after, size, [before, between]);
      await other.stream.appendBatch([...life(newer, 2), ...told]);
      const followed = () =>
        other.rows<{ epoch: string }>(
          'SELECT epoch FROM projector.checkpoints JOIN projector.read_model_pointers USING (model, table_version)',
        );
      await eventually(followed, (rows) => rows.every(({ epoch }) => epoch === after), 20_000);
      expect((await other.history(newer)).lines.length).toBeGreaterThan(0);
      expect((await other.history(userId)).lines.length).toBe(4);
      const epochs = await other.rows(
        'SELECT epoch, state FROM projector.stream_epoch ORDER BY ordinal',
      );
      expect(epochs.map(({ epoch }) => epoch)).toEqual([before, between, after]);
    } finally {
      await other.stack.stop();
    }
  });

  it('R21: settings of the stream that are not as declared are counted and logged, and it serves', async () => {
    const other = await TestProjector.start(0);
    try {
      await other.stream.create(randomUUID(), { maxBytes: 32 * 1024 ** 2, replicas: 1 });
      const drifted = await other.run();
      const metrics = await (await fetch(`${await drifted.app.getUrl()}/metrics`)).text();
      expect(metrics).toContain('phoenix_stream_settings_drift_settings 1');
    } finally {
      await other.stack.stop();
    }
  });
});
