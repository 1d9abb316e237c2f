import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { energyHistory } from '../../../services/projector/src/read-models/energy-history.js';
import { energyUsage } from '../../../services/projector/src/read-models/energy-usage.js';
import { eventStore } from '../../../services/projector/src/read-models/event-store.js';
import type { ReadModel } from '../../../services/projector/src/read-models/read-model.js';
import { serviceFigures } from '../../../services/projector/src/read-models/service-figures.js';
import { life } from '../projector/told-events.js';
import { TestReplay } from './test-replay.js';

const right: ReadModel = energyUsage;

/** The usage, next version, which counts what a user does first twice. */
const wrong: ReadModel = {
  ...right,
  version: 2,
  project(event) {
    const rows = right.project(event).energy_usage ?? [];
    const more = event.envelope.subjectVersion === 3 ? 1 : 0;
    return { energy_usage: rows.map((row) => ({ ...row, times: Number(row.times) + more })) };
  },
};

describe('read models that sum events up', () => {
  let replay: TestReplay;
  const users = Array.from({ length: 30 }, () => randomUUID());

  beforeAll(async () => {
    replay = await TestReplay.start([eventStore, energyHistory, serviceFigures, right, wrong]);
    await replay.projector.tell(...users.flatMap((userId) => life(userId, 6)));
  });
  afterAll(() => replay?.projector.stack.stop());

  const model = (name: string, verb: string, ...more: string[]) =>
    replay.phoenix('replay', verb, '--model', name, ...more);
  const rows = (table: string) =>
    replay.projector.rows(`SELECT * FROM projector.${table} t ORDER BY t::text`);

  it('R25: are replayed, verified, cut over and rolled back by the same verbs', async () => {
    for (const verb of [['run', '--yes'], ['verify'], ['cutover']]) {
      const spoken = await model('service-figures', ...(verb as [string, ...string[]]));
      expect({ verb, ...spoken }).toMatchObject({ exitCode: 0 });
    }
    await replay.projector.tell(...life(randomUUID(), 2));
    expect(await rows('service_figures_v2')).toEqual(await rows('service_figures_v1'));
    expect(await model('service-figures', 'rollback')).toMatchObject({ exitCode: 0 });
    const figures = await replay.phoenix('figures', '--minutes', '1', '--json');
    expect(JSON.parse(figures.stdout).figures).toContainEqual({
      ...{ minute: '2026-01-02T03:04:00.000Z', source: 'hub' },
      ...{ type: 'EnergyConsumed', events: 30 * 6 + 2 },
    });
    expect((await replay.phoenix('figures')).stdout).toMatch(/hub +EnergyConsumed +182$/m);
  });

  it('are found wrong in a dry run, with the user', async () => {
    const { stdout } = await model(
      'energy-usage',
      'run',
      '--dry-run',
      '--user',
      users[3]!,
      '--json',
    );
    expect(JSON.parse(stdout).report).toMatchObject({
      clean: false,
      tables: [{ table: 'energy_usage', shadowRows: 1, liveRows: 1, changed: 1, users: 1 }],
      differences: [{ userId: users[3], explanation: 'times is 7 in the shadow and 6 live' }],
    });
    const whole = await model('energy-usage', 'run', '--dry-run', '--json');
    expect(JSON.parse(whole.stdout).report).toMatchObject({
      tables: [{ shadowRows: 31, liveRows: 31, changed: 31, users: 31 }],
    });
  });

  it('are not dry-run over a part of the stream that they could not be compared by', async () => {
    for (const [name, ...part] of [
      ['energy-usage', '--from-seq', '20'],
      ['service-figures', '--from-time', '2026-01-01'],
      ['service-figures', '--user', users[0]!],
    ] as const) {
      const { exitCode, stderr } = await model(name, 'run', '--dry-run', ...part);
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('sums events up'),
      });
    }
  });

  it('R25: are kept from a cut-over by verify, which names the user and the stream', async () => {
    await model('energy-usage', 'run', '--yes');
    const { exitCode, stdout } = await model('energy-usage', 'verify', '--json');
    expect(exitCode).toBe(1);
    const { report } = JSON.parse(stdout);
    expect(report.differences[0]).toMatchObject({
      between: 'shadow and stream',
      userId: users[0],
      explanation: 'EnergyConsumed, version 8: times is 7, and the stream says 6',
    });
    expect(await model('energy-usage', 'cutover')).toMatchObject({ exitCode: 1 });
  });

  it('are found by verify when a figure that is read was changed', async () => {
    await replay.projector.rows(
      `UPDATE projector.service_figures_v1 SET events = events + 1 WHERE event_type = 'AccountOpened'`,
    );
    await model('service-figures', 'discard', '--build', '2');
    await model('service-figures', 'run', '--yes');
    const { exitCode, stdout } = await model('service-figures', 'verify');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('events is 32, and the stream says 31');
  });
});
