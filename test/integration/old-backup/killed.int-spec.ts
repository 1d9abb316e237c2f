import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { ServiceProcess } from '../service-process.js';
import type { Account } from '../hub/hub-stack.js';
import { expectBooks, OldBackup } from './old-backup.js';

/** More than one transaction's worth of events. */
const accounts = 70;
const spendings = 18;

describe('R20: a hub that is killed while its ledger catches up', () => {
  let house: OldBackup;
  let user: Account;
  let before: Record<string, unknown>;
  const running: ServiceProcess[] = [];

  beforeAll(async () => {
    house = await OldBackup.start({ hubs: 0 });
    running.push(await ServiceProcess.start(house.hub.stack, 'hub'));
    user = await house.hub.account();
    await expectBooks(house);
    await house.backUp();
    await house.answered(() => house.hub.account());
    const others = await Promise.all(Array.from({ length: accounts }, () => house.hub.account()));
    for (let i = 0; i < spendings; i++)
      await Promise.all(others.map((one) => house.hub.consume(one, 'conseil_rapide')));
    await expectBooks(house);
    before = await house.tables();
    await running.pop()!.kill();
    await house.putBack();
  }, 180_000);
  afterAll(async () => {
    await Promise.all(running.map((one) => one.kill()));
    await house?.stop();
  }, 60_000);

  const agreedUpTo = async () => {
    const { stdout } = await house.phoenix('ledger', 'catch-up', '--json');
    return (JSON.parse(stdout) as { agreedUpTo: number }).agreedUpTo;
  };

  it('takes no change from its first request on, although it has only just started', async () => {
    running.push(
      await ServiceProcess.start(house.hub.stack, 'hub', {
        PHOENIX_FAILPOINTS: 'catch-up.in-transaction=crash@2',
      }),
    );
    expect(await house.refusal(user)).toContain('ledger catch-up');
  });

  it('keeps what was committed, and the next hub goes on by itself', async () => {
    const from = await agreedUpTo();
    await house.phoenix('ledger', 'catch-up', '--yes', '--no-wait');
    expect(await running.pop()!.gone()).toBe('SIGKILL');
    running.push(
      await ServiceProcess.start(house.hub.stack, 'hub', {
        PHOENIX_FAILPOINTS: 'catch-up.after-commit=crash@1',
      }),
    );
    expect(await running.pop()!.gone()).toBe('SIGKILL');
    const [partly] = await house.hub.stack.database.query<{ up: number; state: string }>(
      'SELECT agreed_up_to::int AS up, state FROM hub.outbox_agreement',
    );
    expect(partly!.state).toBe('catching-up');
    expect(partly!.up).toBeGreaterThan(from);

    running.push(await ServiceProcess.start(house.hub.stack, 'hub'));
    running.push(await ServiceProcess.start(house.hub.stack, 'hub'));
    expect(await house.phoenix('ledger', 'catch-up', '--yes')).toMatchObject({ exitCode: 0 });
    expect(await house.tables()).toEqual(before);
    await expectBooks(house);
    await eventually(() =>
      house.hub.consume(user, 'conseil_rapide').then(
        () => true,
        () => false,
      ),
    );
    await expectBooks(house);
  });
});
