import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getBalance } from '#libs/contracts';
import type { Account } from '../hub/hub-stack.js';
import { BusyHour } from './busy-hour.js';
import { expectBooks, OldBackup } from './old-backup.js';

describe('R20: Postgres and the stream lost, and put back from backups that were not made at one time', () => {
  let house: OldBackup;
  let hour: BusyHour;
  let user: Account;
  let begun: Awaited<ReturnType<BusyHour['begin']>>;

  beforeAll(async () => {
    house = await OldBackup.start();
    hour = new BusyHour(house.hub);
    begun = await hour.begin();
    ({ user } = begun);
    await expectBooks(house);
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  it('Postgres first, the stream after it: all is back that the stream’s backup holds', async () => {
    await house.backUp();
    await house.answered(() => hour.consume(user));
    await hour.goOn(begun);
    await expectBooks(house);
    const [stream, tables] = [await house.hub.stack.broker.backup(), await house.tables()];
    const lost = await house.answered(() => house.hub.account());
    await house.putBack();
    await house.hub.stack.broker.putBack(stream);
    await house.answered(() => house.caughtUp());
    expect(await house.tables()).toEqual(tables);
    await expectBooks(house);
    const asked = house.hub.website.request(getBalance, {}, lost.caller);
    await expect(asked).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    await house.hub.consume(await house.hub.account(), 'conseil_rapide');
    await expectBooks(house);
  });
});
