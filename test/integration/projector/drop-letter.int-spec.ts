import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventSubject } from '#libs/contracts';
import { TestReplay } from '../replay/test-replay.js';
import { consumed, life } from './told-events.js';

describe('a message in the stream that is no event of ours', () => {
  let replay: TestReplay;
  const why = ['--reason', 'A test by hand', '--by', 'Nadia'];
  const drop = (sequence: number, ...more: string[]) =>
    replay.phoenix('dead-letters', 'drop', '--sequence', String(sequence), ...why, ...more);
  const list = () => replay.phoenix('dead-letters', 'list');

  beforeAll(async () => {
    replay = await TestReplay.start();
    replay.projector.stream.connection.nats.publish(
      eventSubject('hub', randomUUID()),
      'who are you?',
    );
    await replay.projector.tell(...life(randomUUID(), 1));
  });
  afterAll(() => replay?.projector.stack.stop());

  it('is kept aside by every read model, and only shown while nobody says yes', async () => {
    expect((await list()).exitCode).toBe(1);
    const { exitCode, stdout, stderr } = await drop(1);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^energy-history: UNREADABLE since .*, the event has no ce-id header: "who are you\?"$/m,
    );
    expect(stderr).toContain('Nothing was done. The same command with --yes');
    expect((await list()).stdout).toContain('UNREADABLE');
    expect((await replay.phoenix('stream', 'verify')).stdout).toContain(
      'sequence 1 of the stream is not an event of ours',
    );
  });

  it('is put away in all of them at once, keeps its first reason, and can still be looked at', async () => {
    const first = await drop(1, '--yes');
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toMatch(/^Message 1 was put away by Nadia at .*: A test by hand$/m);
    expect((await drop(1, '--yes', '--reason', 'Another')).stdout).toBe(first.stdout);
    expect(await list()).toMatchObject({ exitCode: 0, stdout: 'Nothing is kept aside.\n' });
    const at = ['--model', 'energy-history', '--sequence', '1', '--json'];
    const shown = JSON.parse((await replay.phoenix('dead-letters', 'show', ...at)).stdout);
    expect(shown).toMatchObject({
      data: 'who are you?',
      dropped: { by: 'Nadia', reason: 'A test by hand' },
    });
    expect(await replay.phoenix('stream', 'verify')).toMatchObject({ exitCode: 0 });
  });

  it('R25: stays away in a build that is made anew', async () => {
    expect((await replay.replay('run', '--yes')).exitCode).toBe(0);
    expect((await replay.replay('verify')).exitCode).toBe(0);
    expect((await replay.replay('cutover')).exitCode).toBe(0);
    expect(await list()).toMatchObject({ exitCode: 0, stdout: 'Nothing is kept aside.\n' });
  });

  it('R24: an event is not dropped, nor what is not kept', async () => {
    const userId = randomUUID();
    const broken = consumed(userId, 3, 95);
    const poison = { ...broken, data: broken.data.replace('"cost":5', '"cost":"five"') };
    await replay.projector.tell(...life(userId, 0), poison);
    const { letters } = JSON.parse(
      (await replay.phoenix('dead-letters', 'list', '--json')).stdout,
    ) as { letters: { sequence: number }[] };
    const refused = await drop(letters[0]!.sequence, '--yes');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('a read model without it were not what the stream tells');
    expect((await drop(2, '--yes')).stderr).toContain('No read model keeps anything aside at 2');
    expect((await list()).stdout).toContain('POISON');
  });
});
