import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { life } from '../projector/told-events.js';
import { expectNoCutOverBeforeVerify } from './promises.js';
import { TestReplay } from './test-replay.js';

describe('a replay of a read model', () => {
  let replay: TestReplay;
  const users = Array.from({ length: 40 }, () => randomUUID());

  beforeAll(async () => {
    replay = await TestReplay.start();
    await replay.projector.tell(...users.flatMap((userId) => life(userId, 15)));
  });
  afterAll(() => replay?.projector.stack.stop());

  it('is planned without changing anything, and begun with a yes only', async () => {
    const planned = await replay.replay('plan');
    expect(planned.exitCode).toBe(0);
    expect(planned.stdout).toContain('build 2 (definition 2) is read now');
    expect(planned.stdout).toContain('energy_history_v3, energy_balances_v3');
    const unsure = await replay.replay('run');
    expect(unsure).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--yes') });
    expect(await replay.tables()).toEqual(['energy_balances_v2', 'energy_history_v2']);
  });

  it('R23: fills a shadow that equals the live build row for row and index for index', async () => {
    const { exitCode, stdout } = await replay.replay('run', '--yes');
    expect(stdout).toContain('Build 3 is caught up');
    expect(exitCode).toBe(0);
    expect(await replay.content(3)).toEqual(await replay.content(2));
    expect(await replay.indexes(3)).toEqual(await replay.indexes(2));
    const models = (await replay.projector.models()).models.filter(
      ({ model }) => model === 'energy-history',
    );
    expect(models).toMatchObject([
      { build: 2, role: 'live' },
      { build: 3, role: 'shadow', lag: 0 },
    ]);
  });

  it('keeps its shadow up, as strictly as the live build', async () => {
    await replay.projector.tell(...life(randomUUID(), 3));
    expect(await replay.content(3)).toEqual(await replay.content(2));
  });

  it('R15: makes tables of which no row of history can be changed', async () => {
    const change = 'UPDATE projector.energy_history_v3 SET amount = 0';
    await expect(replay.projector.rows(change)).rejects.toMatchObject({ code: '23001' });
  });

  it('is one at a time', async () => {
    const { exitCode, stderr } = await replay.replay('run', '--yes');
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is under way'),
    });
  });

  it('R25: is not cut over before a clean verification', () => expectNoCutOverBeforeVerify(replay));

  it('is verified: shadow, live and the stream agree', async () => {
    const { exitCode, stdout } = await replay.replay('verify');
    expect(stdout).toContain('agree, row for row');
    expect(exitCode).toBe(0);
    const { report } = await replay.newest();
    expect(report).toMatchObject({ clean: true, differences: [] });
    expect(report!.tables.map(({ shadowRows, liveRows }) => [shadowRows, liveRows])).toEqual([
      [40 * 16 + 4, 40 * 16 + 4],
      [41, 41],
    ]);
  });

  it('R25: cut over, rolled back and cut over again, each build goes on being kept up', async () => {
    const live = async () =>
      (await replay.projector.models()).models.find(
        ({ model, role }) => model === 'energy-history' && role === 'live',
      )!.build;
    for (const [verb, build] of [
      ['cutover', 3],
      ['rollback', 2],
      ['cutover', 3],
    ] as const) {
      expect(await replay.replay(verb)).toMatchObject({ exitCode: 0 });
      expect(await live()).toBe(build);
      const userId = randomUUID();
      await replay.projector.tell(...life(userId, 2));
      expect((await replay.projector.history(userId)).version).toBe(4);
      expect(await replay.content(3)).toEqual(await replay.content(2));
    }
  });

  it('leaves the build before for a rollback until it is discarded', async () => {
    expect(await replay.replay('discard', '--build', '3')).toMatchObject({ exitCode: 1 });
    expect(await replay.replay('discard', '--build', '2')).toMatchObject({ exitCode: 0 });
    await replay.projector.caughtUp();
    expect(await replay.replay('rollback')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('No earlier build'),
    });
    const left = ['energy_balances_v3', 'energy_history_v3'];
    const dropped = async () => JSON.stringify(await replay.tables()) === JSON.stringify(left);
    expect(await replay.eventually(dropped)).toBe(true);
  });

  it('is paused, resumed and aborted, and leaves nothing behind then', async () => {
    await replay.replay('run', '--yes', '--no-wait', '--rate', '50');
    expect(await replay.replay('pause')).toMatchObject({ exitCode: 0 });
    const { checkpoint } = await replay.until(({ paused }) => paused);
    expect(checkpoint).toBeLessThan(40 * 17);
    expect(await replay.replay('resume')).toMatchObject({ exitCode: 0 });
    expect(await replay.replay('abort')).toMatchObject({ exitCode: 0 });
    const gone = async () => (await replay.tables()).every((name) => name.endsWith('_v3'));
    expect(await replay.eventually(gone)).toBe(true);
    const [left] = await replay.projector.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM projector.subject_versions WHERE table_version > 3',
    );
    expect(left!.n).toBe(0);
  });
});
