import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Night } from './night.js';

describe('a read model is wrong', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R27, R25: is noticed by the books, and mended beside what is read', async () => {
    const { userId } = await night.user();
    const [{ table } = {}] = await night.sql(
      `SELECT 'projector.energy_balances_v' || table_version AS table FROM projector.read_model_pointers
       WHERE model = 'energy-history'`,
    );
    await night.sql(`UPDATE ${table} SET balance = balance + 7 WHERE user_id = $1`, [userId]);
    const values = { model: 'energy-history', why: 'rows were changed by hand' };
    await night.operator.follow('A read model is wrong', values, { 0: 1, 2: 1 });
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 240_000);
});
