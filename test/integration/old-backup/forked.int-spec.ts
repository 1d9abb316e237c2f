import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '../hub/hub-stack.js';
import { expectBooks, OldBackup } from './old-backup.js';

describe('R20: a Postgres that took changes while it was behind', () => {
  let house: OldBackup;
  let user: Account;

  beforeAll(async () => {
    house = await OldBackup.start({ hubs: 1 });
    user = await house.hub.account();
    await expectBooks(house);
    await house.backUp();
    await house.answered(() => house.hub.consume(user, 'conseil_rapide'));
    await expectBooks(house);
    await house.putBack();
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  it('is not mended by guessing: the catch-up stops, names the account, and no change is taken', async () => {
    await house.refusal(user);
    // As an older version of the hub would have done, which asked nobody.
    await house.hub.stack.database.query(`
      UPDATE hub.accounts SET version = 3, frozen = true WHERE user_id = '${user.userId}';
      INSERT INTO hub.outbox (event_id, type, event_version, subject_user_id, subject_version, correlation_id,
                              causation_id, traceparent, occurred_at, data)
        VALUES (gen_random_uuid(), 'AccountFrozen', 1, '${user.userId}', 3, 'c', 'm', 't', now(), '{}')`);
    const spoken = await house.phoenix('ledger', 'catch-up', '--yes');
    expect(spoken).toMatchObject({ exitCode: 1 });
    expect(spoken.stderr).toContain(`The account ${user.userId} is at version 3`);
    expect(spoken.stderr).toContain('Put the backup back once more');
    expect(await house.refusal(user)).toContain('at version 3');
  });

  it('catches up once the backup is put back again', async () => {
    await house.putBack();
    await house.answered(() => house.caughtUp());
    await expectBooks(house);
  });
});
