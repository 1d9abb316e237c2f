import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#libs/contracts';
import { energyHistory } from '../../../services/projector/src/read-models/energy-history.js';
import { eventStore } from '../../../services/projector/src/read-models/event-store.js';
import type { ReadModel } from '../../../services/projector/src/read-models/read-model.js';
import { life } from '../projector/told-events.js';
import { TestReplay } from './test-replay.js';

const sound: ReadModel = energyHistory;

/** The energy history, next version, which loses a point of every consumption that leaves 70. */
const wrong: ReadModel = {
  ...sound,
  version: 3,
  project(event) {
    const changes = sound.project(event);
    const lines = changes.energy_history?.map((row) =>
      row.balance === 70 ? { ...row, amount: Number(row.amount) - 1 } : row,
    );
    return lines ? { ...changes, energy_history: lines } : changes;
  },
};

describe('a bug planted in a projection', () => {
  let replay: TestReplay;
  const users = Array.from({ length: 12 }, () => randomUUID());
  let first: RecordedEvent;
  let before: Awaited<ReturnType<TestReplay['content']>>;

  beforeAll(async () => {
    replay = await TestReplay.start([eventStore, sound, wrong]);
    const lives = users.map((userId, n) => life(userId, n < 5 ? 3 : 8));
    await replay.projector.tell(...lives.flat());
    // Opened, granted, and the sixth consumption leaves 70.
    first = lives[5]![7]!;
    before = await replay.content(2);
  });
  afterAll(() => replay?.projector.stack.stop());

  it('shows in a dry run, before anything is touched: how many rows, and the first event and user', async () => {
    const { exitCode, stdout } = await replay.replay('run', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`event ${first.envelope.id}`);
    expect(stdout).toContain(`user ${first.envelope.userId}`);
    expect(stdout).toMatch(/^energy_history +83 +83 +0 +7 +0 +7$/m);
    expect(stdout).toMatch(/^energy_balances +12 +12 +0 +0 +0 +0$/m);
    expect(stdout).toMatch(/^EnergyConsumed +1 +71$/m);
    expect(await replay.content(2)).toEqual(before);
    const dropped = async () => (await replay.tables()).every((name) => name.endsWith('_v2'));
    expect(await replay.eventually(dropped)).toBe(true);
  });

  it('shows in a dry run of one user, or of the end of the stream', async () => {
    const of = await replay.replay('run', '--dry-run', '--user', users[7]!, '--json');
    expect(JSON.parse(of.stdout).report).toMatchObject({
      tables: [
        { shadowRows: 9, liveRows: 9, changed: 1, users: 1 },
        { shadowRows: 1, users: 0 },
      ],
      differences: [{ userId: users[7], explanation: 'amount is -6 in the shadow and -5 live' }],
    });
    const { checkpoint } = await replay.projector.model('energy-history');
    const from = String(checkpoint - 9);
    const end = await replay.replay('run', '--dry-run', '--from-seq', from, '--json');
    expect(JSON.parse(end.stdout).report).toMatchObject({
      tables: [
        { shadowRows: 9, liveRows: 9, changed: 1, users: 1 },
        { shadowRows: 1, users: 0 },
      ],
      differences: [{ userId: users[11] }],
    });
  });

  it('R25: is named by verify, which keeps it from being cut over', async () => {
    await replay.replay('run', '--yes');
    const { exitCode, stdout } = await replay.replay('verify', '--json');
    expect(exitCode).toBe(1);
    const { report, state } = JSON.parse(stdout);
    expect(state).toBe('differs');
    const { id: eventId, userId } = first.envelope;
    expect(report.differences.slice(0, 2)).toEqual([
      expect.objectContaining({ between: 'shadow and stream', eventId, userId }),
      expect.objectContaining({ between: 'shadow and live', eventId, userId }),
    ]);
    expect(report.differences[0].explanation).toBe(
      'EnergyConsumed, version 8: amount is -6, and the stream says -5',
    );
    expect(await replay.replay('cutover')).toMatchObject({ exitCode: 1 });
    expect((await replay.projector.model('energy-history')).build).toBe(2);
  });

  it('can be cut over by force alone, with the reason kept', async () => {
    const why = 'it is a drill';
    expect(await replay.replay('cutover', '--force', why)).toMatchObject({ exitCode: 0 });
    expect(await replay.newest()).toMatchObject({ state: 'cut-over', reason: `Forced: ${why}` });
    expect(await replay.replay('rollback')).toMatchObject({ exitCode: 0 });
    expect((await replay.projector.history(users[5]!)).lines).toMatchObject(
      [60, 65, 70, 75, 80, 85, 90, 95]
        .map((balance) => ({ balance, amount: -5 }))
        .concat({ balance: 100, amount: 100 }),
    );
  });
});
