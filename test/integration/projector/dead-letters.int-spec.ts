import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { energyHistory } from '../../../services/projector/src/read-models/energy-history.js';
import { readModels } from '../../../services/projector/src/read-models/read-models.js';
import type { ReadModel } from '../../../services/projector/src/read-models/read-model.js';
import {
  reproduceLetter,
  type Letter,
} from '../../../services/projector/src/reproduce/reproduce-letter.js';
import { TestReplay } from '../replay/test-replay.js';
import { consumed, granted, opened } from './told-events.js';

const lives = Array.from({ length: 100 }, () => {
  const user = randomUUID();
  const spent = Array.from({ length: 98 }, (_, n) => consumed(user, n + 3, 50));
  return [opened(user), granted(user, 2, 100), ...spent];
});
const poison = lives[41]![49]!;
const sick = poison.envelope.userId!;
const sound: ReadModel = energyHistory;

/** The energy history, which cannot take one event until somebody has mended it. */
let mended = false;
const projected: number[] = [];
const fragile: ReadModel = {
  ...sound,
  project(event) {
    const { id, userId, subjectVersion } = event.envelope;
    if (id === poison.envelope.id && !mended) throw new Error('nobody has thought of this');
    if (userId === sick) projected.push(subjectVersion);
    return sound.project(event);
  },
};

type Listed = Pick<Letter, 'sequence' | 'attempts' | 'triedAt' | 'parkedAt'>;

describe('one poison event among 10,000', () => {
  let replay: TestReplay;
  const count = async (table: string, where = 'true') => {
    const [row] = await replay.projector.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM projector.${table} WHERE ${where}`,
    );
    return row!.n;
  };

  beforeAll(async () => {
    const others = readModels.filter(({ name }) => name !== sound.name);
    replay = await TestReplay.start([...others, fragile]);
    const inTurn = Array.from({ length: 100 }, (_, n) => lives.map((events) => events[n]!));
    await replay.projector.tell(...inTurn.flat());
  }, 60_000);
  afterAll(() => replay?.projector.stack.stop());

  it('R24: parks its user in that model only, and everything else is projected', async () => {
    const { models } = await replay.projector.models();
    const parked = models.map(({ model, parkedUsers, state }) => ({ model, parkedUsers, state }));
    expect(parked).toEqual(
      readModels
        .map(({ name: model }) => ({
          ...{ model, state: 'running' },
          parkedUsers: model === 'energy-history' ? 1 : 0,
        }))
        .toSorted((one, other) => (one.model < other.model ? -1 : 1)),
    );
    expect(await count('event_store_v1')).toBe(10_000);
    expect(await count('energy_history_v2', `user_id <> '${sick}'`)).toBe(99 * 99);
    expect(await count('energy_usage_v1', `user_id = '${sick}' AND times = 98`)).toBe(1);
    const all = Array.from({ length: 48 }, (_, n) => n + 2);
    expect(await replay.projector.versions('energy_history_v2', sick)).toEqual(all);
  });

  it('is listed with what waits behind it, and shown with its data', async () => {
    const { exitCode, stdout } = await replay.phoenix('dead-letters', 'list', '--each');
    expect(exitCode).toBe(1);
    const [head, first, second, ...rest] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^READ MODEL +SEQUENCE +REASON/);
    expect(first).toMatch(new RegExp(`POISON +${sick} +hub +50 +EnergyConsumed +nobody has`));
    expect(second).toMatch(/QUEUED .* 51 .* version 50 is parked$/);
    expect(rest).toHaveLength(48);
    const listed = await replay.phoenix('dead-letters', 'list', '--user', sick, '--json');
    const [letter] = JSON.parse(listed.stdout).letters;
    const at = ['--model', 'energy-history', '--sequence', String(letter.sequence)];
    const shown = await replay.phoenix('dead-letters', 'show', ...at, '--json');
    expect(JSON.parse(shown.stdout)).toMatchObject({
      ...{ reason: 'POISON', userId: sick, eventId: poison.envelope.id, data: poison.data },
      ...{ explanation: 'nobody has thought of this', build: 2, subjectVersion: 50 },
    });
    const none = await replay.phoenix('dead-letters', 'show', ...at.slice(0, 3), '1');
    expect(none).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('keeps no event aside at 1'),
    });
  });

  it('is one fingerprint with what is wrong with it, and those that wait are another', async () => {
    const { exitCode, stdout } = await replay.phoenix('dead-letters', 'list');
    expect(exitCode).toBe(1);
    const [head, failed, queued, hint] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^FINGERPRINT +READ MODEL +REASON/);
    expect(queued).toMatch(/ QUEUED +EnergyConsumed v1 +50 +1 .* version … is parked$/);
    expect(failed).toMatch(/^[0-9a-f]{12} +energy-history +POISON .* 1 +1 .* nobody has thought/);
    expect(hint).toContain('`dead-letters show --model energy-history --sequence ');
  });

  it('is shown with every try, and one line that reproduces it', async () => {
    const before = await poisonLetter();
    await replay.phoenix('dead-letters', 'retry', '--model', 'energy-history');
    const letter = await poisonLetter();
    expect(letter.attempts).toBe(before.attempts + 1);
    expect(letter.triedAt! >= letter.parkedAt).toBe(true);
    const at = ['--model', 'energy-history', '--sequence', String(letter.sequence)];
    const { stdout } = await replay.phoenix('dead-letters', 'show', ...at);
    expect(stdout).toMatch(
      /^To reproduce it: .*--json > letter\.json && npm run -s reproduce -- letter\.json$/m,
    );
    const shown = JSON.parse(
      (await replay.phoenix('dead-letters', 'show', ...at, '--json')).stdout,
    );
    expect(reproduceLetter(shown as Letter, [fragile])).toEqual({
      taken: false,
      lines: [
        `energy-history cannot take EnergyConsumed at sequence ${letter.sequence}: nobody has thought of this`,
      ],
    });
    const bySound = reproduceLetter(shown as Letter, readModels);
    expect(bySound.taken).toBe(true);
    expect(bySound.lines.join('\n')).toContain(`  energy_balances {"user_id":"${sick}"`);
  });

  async function poisonLetter() {
    const list = ['dead-letters', 'list', '--user', sick, '--json'];
    const { stdout } = await replay.phoenix(...list);
    return (JSON.parse(stdout) as { letters: Listed[] }).letters[0]!;
  }

  it('R24: is not released while nothing is mended', async () => {
    const { exitCode, stdout } = await replay.phoenix(
      ...['dead-letters', 'retry', '--model', 'energy-history', '--json'],
    );
    expect(exitCode).toBe(1);
    const told = { model: 'energy-history', build: 2, tried: true };
    expect(JSON.parse(stdout)).toEqual({ ...told, parkedBefore: 1, parkedAfter: 1 });
  });

  it('R24: is released in order once the model is mended, with what came meanwhile', async () => {
    await replay.projector.tell(consumed(sick, 101, 0), consumed(sick, 102, 0));
    projected.length = 0;
    mended = true;
    const retried = await replay.phoenix('dead-letters', 'retry', '--model', 'energy-history');
    expect(retried).toMatchObject({
      exitCode: 0,
      stdout: 'energy-history: users parked before 1, and now 0.\n',
    });
    expect(projected).toEqual(Array.from({ length: 53 }, (_, n) => n + 50));
    const all = Array.from({ length: 101 }, (_, n) => n + 2);
    expect(await replay.projector.versions('energy_history_v2', sick)).toEqual(all);
    expect(await count('dead_letters')).toBe(0);
    expect(await replay.phoenix('dead-letters', 'list')).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing is kept aside.\n',
    });
    await replay.projector.tell(consumed(sick, 103, 0));
    expect((await replay.projector.history(sick)).version).toBe(103);
  });
});
