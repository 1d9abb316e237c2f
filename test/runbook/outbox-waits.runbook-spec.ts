import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { Night } from './night.js';

const lock = `hashtextextended('phoenix relay hub', 0)`;

describe('events wait in an outbox', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R16: is said, with the reason, and they go out when it is gone', async () => {
    const user = await night.user();
    const { operator } = night;
    // Another session holds what the one publisher must hold, as one does that hangs on a dead machine.
    await eventually(
      async () => {
        await night.sql(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE usename = 'phoenix_hub' AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')`,
        );
        return night.sql(`SELECT pg_try_advisory_lock(${lock})::text AS held`);
      },
      ([row]) => row?.held === 'true',
    );
    await user.post('/api/luna/energy/consume', { action: 'conseil_rapide' });
    await operator.notices(/1 event of hub waits to be published/);
    await operator.follow(
      'Events wait in an outbox',
      {},
      { 0: 1 },
      {
        1: () =>
          night.sql(`SELECT pg_advisory_unlock_all()::text`).then(() => operator.lastStatus()),
      },
    );
    expect(await operator.lastStatus()).toContain('All is well.');
  }, 240_000);
});
