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
    const table = await night.tableOf('energy-history', 'energy_balances');
    await night.sql(`UPDATE ${table} SET balance = balance + 7 WHERE user_id = $1`, [userId]);
    await night.operator.follow('A read model is wrong', {}, { 0: 1, 2: 1 });
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 240_000);
});
