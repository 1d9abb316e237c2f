import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStream } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { readModels } from '../../services/projector/src/read-models/read-models.js';
import { TestReplay } from '../integration/replay/test-replay.js';
import { life } from '../integration/projector/told-events.js';
import { ServiceProcess } from '../integration/service-process.js';

const crashes = Number(process.env.CRASHES_AT_EACH ?? 5);
const consumptions = 18;
const patienceMs = 240_000;

/** So many users' events, twenty of each. */
async function tell(stream: EventStream, users: number): Promise<void> {
  const lives = Array.from({ length: users }, () => life(randomUUID(), consumptions));
  await stream.appendBatch(lives.flat());
}

describe(`a projector that is killed ${crashes} times at each boundary, events coming all the while`, () => {
  let replay: TestReplay;
  let running: ServiceProcess | undefined;
  let stream: EventStream;

  beforeAll(async () => {
    replay = await TestReplay.start(readModels, 0);
    await begin();
    stream = await replay.projector.stack.eventStream();
    await eventually(() => stream.position());
    for (let n = 0; n < 6 * crashes; n++) await tell(stream, 25);
    await replay.projector.caughtUp();
  }, patienceMs);
  afterAll(async () => {
    await running?.kill();
    await replay?.projector.stack.stop();
  });

  async function begin(more: NodeJS.ProcessEnv = {}): Promise<void> {
    await running?.kill();
    running = await ServiceProcess.start(replay.projector.stack, 'projector', more);
  }

  /** Projectors that kill themselves there, one after the other, while `meanwhile` is done again and again. */
  async function crashAt(point: string, meanwhile: () => Promise<unknown>): Promise<void> {
    await running?.kill();
    const once = /index|cutover/.test(point);
    for (let n = 0; n < crashes; n++) {
      const PHOENIX_FAILPOINTS = `${point}=crash@${once ? 1 : 1 + (n % 2)}`;
      running = ServiceProcess.begin(replay.projector.stack, 'projector', { PHOENIX_FAILPOINTS });
      let gone = false;
      const ended = running.gone().finally(() => (gone = true));
      while (!gone) await Promise.race([meanwhile(), ended]);
      expect(await ended).toBe('SIGKILL');
    }
    await begin();
  }

  /** Slower than the live builds are on any machine: a replay waits for them. */
  async function tellAll(): Promise<void> {
    await tell(stream, 2);
    await pause(100);
  }

  /** Live holds what the stream tells and what a build does that was filled without disturbance, row for row. */
  async function expectUndisturbed(model: string): Promise<void> {
    const phoenix = (verb: string, ...more: string[]) =>
      replay.phoenix('replay', verb, '--model', model, ...more);
    expect(await phoenix('run', '--yes')).toMatchObject({ exitCode: 0 });
    expect(await phoenix('verify')).toMatchObject({ exitCode: 0 });
    expect(await phoenix('abort')).toMatchObject({ exitCode: 0 });
  }

  it.each(['projector.after-fetch', 'projector.in-transaction', 'projector.after-commit'])(
    'R22: %s: what is read is what an undisturbed build is',
    async (point) => {
      await crashAt(point, tellAll);
      await replay.projector.caughtUp();
      await expectUndisturbed('energy-history');
    },
    patienceMs,
  );

  it(
    'R22: every read model is what an undisturbed one is, after all of that',
    async () => {
      for (const { name } of readModels) await expectUndisturbed(name);
    },
    patienceMs,
  );

  it.each([
    ...['replay.after-fetch', 'replay.in-copy', 'replay.in-transaction', 'replay.after-commit'],
    'replay.in-index-build',
  ])(
    'R22: %s: the shadow is what an undisturbed one is',
    async (point) => {
      // Nothing of it is done before the first of them is killed.
      await begin({ PHOENIX_FAILPOINTS: 'replay.after-fetch=hang' });
      expect(await replay.replay('run', '--yes', '--no-wait')).toMatchObject({ exitCode: 0 });
      await crashAt(point, tellAll);
      await replay.until(({ state }) => state === 'caught-up');
      expect(await replay.replay('verify')).toMatchObject({ exitCode: 0 });
      expect(await replay.replay('abort')).toMatchObject({ exitCode: 0 });
    },
    patienceMs,
  );

  it(
    'R25: replay.in-cutover: what was read is read, until the cut-over is done once',
    async () => {
      const pointer = () =>
        replay.projector.rows<{ build: number }>(
          `SELECT table_version AS build FROM projector.read_model_pointers WHERE model = 'energy-history'`,
        );
      const [before] = await pointer();
      await replay.replay('run', '--yes');
      await replay.replay('verify');
      const asked: Promise<{ exitCode: number }>[] = [];
      await crashAt('replay.in-cutover', async () => {
        expect(await pointer()).toEqual([before]);
        const cut = replay.replay('cutover');
        asked.push(cut);
        await cut;
      });
      for (const { exitCode } of await Promise.all(asked)) expect(exitCode).not.toBe(0);
      expect(await pointer()).toEqual([before]);
      expect(await replay.replay('cutover')).toMatchObject({ exitCode: 0 });
      const [after] = await pointer();
      expect(after!.build).toBeGreaterThan(before!.build);
      await tell(stream, 25);
      await replay.projector.caughtUp();
      expect(await replay.content(after!.build)).toEqual(await replay.content(before!.build));
    },
    patienceMs,
  );
});
