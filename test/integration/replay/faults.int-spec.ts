import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { consumed, life } from '../projector/told-events.js';
import { TestReplay } from './test-replay.js';

describe('a replay that is disturbed', () => {
  let replay: TestReplay;

  beforeAll(async () => {
    replay = await TestReplay.start();
    const users = Array.from({ length: 200 }, () => randomUUID());
    await replay.projector.tell(...users.flatMap((userId) => life(userId, 20)));
  });
  afterEach(async () => {
    disarmFailpoints();
    await replay.replay('abort');
  });
  afterAll(() => replay?.projector.stack.stop());

  /** The shadow is what it would have been, by every way of looking at it. */
  async function expectUndisturbed(): Promise<void> {
    const { build } = await replay.until(({ state }) => state === 'caught-up');
    expect(await replay.replay('verify')).toMatchObject({ exitCode: 0 });
    expect(await replay.content(build)).toEqual(await replay.content(2));
    expect(await replay.indexes(build)).toEqual(await replay.indexes(2));
  }

  it.each([
    'replay.after-fetch',
    'replay.in-copy',
    'replay.in-transaction',
    'replay.after-commit',
    'replay.in-index-build',
  ])('R22: by a fault at %s goes on where it was, and its shadow is the same', async (point) => {
    armFailpoint(point, 'throw@1');
    expect(await replay.replay('run', '--yes')).toMatchObject({ exitCode: 0 });
    expect(failpointHits().get(point)).toBeGreaterThan(1);
    await expectUndisturbed();
  });

  it('R22: by the loss of every connection to Postgres goes on where it was', async () => {
    await replay.replay('run', '--yes', '--no-wait', '--rate', '8000');
    for (let times = 0; times < 3; times++) {
      await replay.until(({ checkpoint }) => (checkpoint ?? 0) > 0);
      await replay.projector.cutPostgres();
    }
    await expectUndisturbed();
  });

  it('goes on where it was when NATS was killed and came back', async () => {
    await replay.replay('run', '--yes', '--no-wait', '--rate', '8000');
    await replay.projector.stack.broker.kill();
    await replay.projector.stack.broker.restart();
    await expectUndisturbed();
  });

  it('R25: by a fault in the cut-over leaves the pointer where it was', async () => {
    await replay.replay('run', '--yes');
    await replay.replay('verify');
    armFailpoint('replay.in-cutover', 'throw@1');
    expect(await replay.replay('cutover')).toMatchObject({ exitCode: 1 });
    expect((await replay.projector.model('energy-history')).build).toBe(2);
    expect(await replay.newest()).toMatchObject({ state: 'verified' });
    expect(await replay.replay('cutover')).toMatchObject({ exitCode: 0 });
    expect(await replay.replay('rollback')).toMatchObject({ exitCode: 0 });
  });

  it('R24: stops at an event that cannot be projected, and names it; what is read now goes on', async () => {
    const userId = randomUUID();
    const broken = consumed(userId, 3, 95);
    const poison = { ...broken, data: broken.data.replace('"cost":5', '"cost":"five"') };
    await replay.projector.tell(...life(userId, 0), poison);
    const { exitCode, stderr } = await replay.replay('run', '--yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`EnergyConsumed ${poison.envelope.id}`);
    expect(stderr).toContain(`user ${userId}`);
    expect(await replay.replay('verify')).toMatchObject({ exitCode: 1 });
    expect(await replay.projector.model('energy-history')).toMatchObject({
      state: 'running',
      parkedUsers: 1,
    });
    const status = await replay.phoenix('replay', 'status');
    expect(status.stdout).toContain(poison.envelope.id);
  });
});
