import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusyHour } from './busy-hour.js';
import { expectBooks, OldBackup } from './old-backup.js';
import type { Account } from '../hub/hub-stack.js';

describe('R20: a ledger that was put back catches up with the stream', () => {
  let house: OldBackup;
  let hour: BusyHour;
  let user: Account;
  let before: Record<string, unknown>;

  beforeAll(async () => {
    house = await OldBackup.start();
    hour = new BusyHour(house.hub);
    const begun = await hour.begin();
    ({ user } = begun);
    await expectBooks(house);
    await house.backUp();
    await house.answered(() => hour.consume(user));
    await hour.goOn(begun);
    await expectBooks(house);
    before = await house.tables();
    await house.putBack();
  }, 180_000);
  afterAll(() => house?.stop(), 60_000);

  it('says what it lacks, and does nothing without --yes', async () => {
    await house.refusal(user);
    const spoken = await house.phoenix('ledger', 'catch-up');
    expect(spoken).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Nothing was done.'),
    });
    expect(spoken.stdout).toMatch(/Postgres is older than the stream/);
    expect(spoken.stdout).toMatch(/the stream holds \d+ events of 2 accounts, from 2.*Z to 2.*Z: /);
    expect(spoken.stdout).toMatch(/2 EnergyHoldExpired/);
    expect(await house.tables()).not.toEqual(before);
    const { stdout: status } = await house.phoenix('status');
    expect(status).toContain(
      '✗ The ledger takes no changes. The event stream holds an event of hub',
    );
  });

  it('writes every table as it was, with the marks of the stream', async () => {
    const spoken = await house.phoenix('ledger', 'catch-up', '--yes');
    expect(spoken).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('takes changes again'),
    });
    expect(await house.tables()).toEqual(before);
    await expectBooks(house);
  });

  it('R13: answers every key that was used since the backup with its one answer', async () => {
    for (const { again, reply } of hour.asked) {
      expect(await again()).toEqual({ reply, replayed: true });
    }
    expect(await house.tables()).toEqual(before);
  });

  it('goes on where the stream was: no id or version comes twice', async () => {
    const newcomer = await house.hub.account();
    await house.hub.consume(newcomer, 'conseil_rapide');
    await hour.begin();
    await expectBooks(house);
  });

  it('has nothing to do any more, and says so', async () => {
    expect(await house.phoenix('ledger', 'catch-up', '--yes')).toEqual({
      exitCode: 0,
      stdout: 'The ledger lacks nothing of the event stream: there is nothing to take over.\n',
      stderr: '',
    });
    const { stdout } = await house.phoenix('ledger', 'catch-up', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ state: 'agreed', problem: null });
  });
});
