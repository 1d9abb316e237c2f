import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Night } from './night.js';

describe('an event that a read model cannot take', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R24: is named, and taken in order once its cause is mended', async () => {
    const user = await night.user();
    const lines = await night.tableOf('energy-history', 'energy_history');
    await night.sql(
      `ALTER TABLE ${lines} ADD CONSTRAINT planted CHECK (kind <> 'consume') NOT VALID`,
    );
    for (let n = 0; n < 2; n++)
      await user.post('/api/luna/energy/consume', { action: 'conseil_rapide' });
    await night.operator.notices(/1 user is parked in energy-history/);
    const listed = JSON.parse(
      (await night.operator.type('npm run phoenix -- dead-letters list --each --json')).text,
    ) as { letters: { sequence: number; reason: string }[] };
    const { sequence } = listed.letters.find(({ reason }) => reason === 'POISON')!;
    await night.operator.follow(
      'An event that a read model cannot take',
      { n: String(sequence) },
      { 0: 1 },
      { 3: () => night.sql(`ALTER TABLE ${lines} DROP CONSTRAINT planted`) },
    );
    expect((await night.operator.type('npm run phoenix -- dead-letters list')).text).toContain(
      'Nothing is kept aside.',
    );
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 240_000);
});
