import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomOperations } from '../hub/random-operations.js';
import { RandomRun } from '../hub/random-run.js';
import { untilNothingIsDue } from './busy-hour.js';
import { expectBooks, OldBackup } from './old-backup.js';

const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31);
const [operations, backedUpAfter, atOnce, accounts] = [360, 120, 12, 5];

describe('random operations on two hubs, and a backup from their midst', () => {
  let house: OldBackup;

  beforeAll(async () => {
    house = await OldBackup.start();
  }, 60_000);
  afterAll(() => house?.stop(), 60_000);

  it(`R13, R20: TEST_SEED=${seed}: every table is as it was, and every key has its one answer`, async () => {
    const { hub } = house;
    const users = await Promise.all(Array.from({ length: accounts }, () => hub.account()));
    const run = new RandomRun(hub, users);
    const all = randomOperations(seed, operations, accounts);
    for (let n = 0; n < all.length; n += atOnce) {
      if (n === backedUpAfter) {
        await expectBooks(house);
        await house.backUp();
      }
      await run.together(all.slice(n, n + atOnce));
    }
    await untilNothingIsDue(hub);
    await expectBooks(house);
    const before = await house.tables();
    await house.putBack();
    await house.answered(() => house.caughtUp());
    expect(await house.tables()).toEqual(before);
    for (const { request, replies } of run.sent.filter((one) => one.replies.length > 0))
      expect(await request()).toEqual(replies[0]);
    await expectBooks(house);
  }, 180_000);
});
