import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { TestReplay } from '../replay/test-replay.js';
import { ready } from './test-projector.js';
import { life } from './told-events.js';

const model = 'energy-history';

describe('a read model that the operator pauses', () => {
  let replay: TestReplay;
  const userId = randomUUID();
  const events = life(userId, 4);

  beforeAll(async () => {
    replay = await TestReplay.start();
    await replay.projector.tell(...events.slice(0, 3));
  });
  afterAll(() => replay?.projector.stack.stop());

  const ofModel = (...verb: string[]) => replay.phoenix('model', ...verb, '--model', model);
  const versions = () => replay.projector.versions('energy_history_v2', userId);
  const standing = () =>
    eventually(
      () => replay.projector.model(model),
      ({ state }) => state === 'paused',
    );
  /** Until every other model has taken all that is in the stream. */
  const othersCaughtUp = () =>
    eventually(
      () => replay.projector.models(),
      ({ models }) => models.every((one) => one.model === model || one.lag === 0),
    );

  it('stands still and says since when and why; the others go on, and queries are answered', async () => {
    const reason = 'The disk is nearly full';
    expect(await ofModel('pause', '--reason', reason, '--by', 'Nadia')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^energy-history is paused by Nadia since .*: The disk/),
    });
    await standing();
    await replay.projector.stream.appendBatch(events.slice(3, 5));
    await othersCaughtUp();
    expect(await versions()).toEqual([2, 3]);
    expect((await replay.projector.history(userId)).version).toBe(3);
    const { pause, reason: said, lag } = await replay.projector.model(model);
    expect({ lag, pause }).toMatchObject({ lag: 2, pause: { by: 'Nadia', reason } });
    expect(said).toContain('By Nadia since');
    const { stdout } = await replay.phoenix('status');
    expect(stdout).toContain(`The read model ${model} is paused: By Nadia since`);
    expect(stdout).toContain(`model resume --model ${model}`);
  });

  it('keeps its first reason when it is paused once more', async () => {
    await ofModel('pause', '--reason', 'Another one', '--by', 'Ole');
    expect((await replay.projector.model(model)).pause).toMatchObject({ by: 'Nadia' });
  });

  it('leaves the service ready, also one that starts then, which says so', async () => {
    const restarted = await replay.projector.restart();
    await standing();
    expect(await ready(restarted)).toMatchObject({
      ready: true,
      checks: expect.arrayContaining([
        expect.objectContaining({
          ready: true,
          reason: expect.stringMatching(/^energy-history is paused by its operator since /),
        }),
      ]),
    });
    await othersCaughtUp();
    expect(await versions()).toEqual([2, 3]);
  });

  it('is not tried again meanwhile', async () => {
    const retried = await replay.phoenix('dead-letters', 'retry', '--model', model);
    expect(retried).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('paused') });
  });

  it('goes on where it was when it is resumed', async () => {
    expect(await ofModel('resume')).toMatchObject({
      exitCode: 0,
      stdout: 'energy-history goes on.\n',
    });
    await replay.projector.tell(...events.slice(5));
    expect(await versions()).toEqual([2, 3, 4, 5, 6]);
    expect(await replay.projector.model(model)).toMatchObject({ state: 'running', reason: null });
    expect((await replay.projector.model(model)).pause).toBeUndefined();
    expect((await ofModel('resume')).stdout).toBe('energy-history was not paused.\n');
  });

  it('is refused by name when there is none', async () => {
    const refused = await replay.phoenix('model', 'pause', '--model', 'nothing', '--reason', 'x');
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('no read model'),
    });
  });
});
