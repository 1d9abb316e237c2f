import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { life } from '../projector/told-events.js';
import { TestReplay } from './test-replay.js';

describe('rows that are not what the stream tells', () => {
  let replay: TestReplay;
  const userId = randomUUID();

  beforeAll(async () => {
    replay = await TestReplay.start();
    await replay.projector.tell(...life(randomUUID(), 2), ...life(userId, 3));
    await replay.replay('run', '--yes');
  });
  afterAll(() => replay?.projector.stack.stop());

  it.each([
    ['a balance', `UPDATE projector.energy_balances_v2 SET balance = balance + 1`, 'balance is 86'],
    ['a lost row', `DELETE FROM projector.energy_history_v2`, 'its row is missing'],
  ])('are found by verify in what is read now: %s', async (_, change, said) => {
    await replay.projector.rows('ALTER TABLE projector.energy_history_v2 DISABLE TRIGGER USER');
    const kept = await replay.content(2);
    await replay.projector.rows(`${change} WHERE user_id = $1 AND version = 5`, [userId]);
    const { exitCode, stdout } = await replay.replay('verify');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('live and stream');
    expect(stdout).toContain(`user ${userId}`);
    expect(stdout).toContain(said);
    await replay.projector.rows(
      `UPDATE projector.energy_balances_v2 SET balance = 85 WHERE user_id = $1`,
      [userId],
    );
    await replay.projector.rows(
      `INSERT INTO projector.energy_history_v2 SELECT * FROM projector.energy_history_v3 ON CONFLICT DO NOTHING`,
    );
    expect(await replay.content(2)).toEqual(kept);
    expect(await replay.replay('verify')).toMatchObject({ exitCode: 0 });
  });
});
