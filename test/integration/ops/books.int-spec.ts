import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAccount } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { OpsStack } from './ops-stack.js';
import { forgeEvent, putJunk, repeatMessage } from './raw-stream.js';

describe('books', () => {
  let house: OpsStack;
  let users: string[];

  beforeAll(async () => {
    house = await OpsStack.start('hub', 'projector');
    const spenders = await Promise.all([1, 2, 3].map((times) => house.spender(times)));
    users = spenders.map(({ userId }) => userId);
  });
  afterAll(() => house?.stop());

  it('R27: says that all accounts agree, once the read model has reached them', async () => {
    expect(await house.run('books')).toEqual({
      exitCode: 0,
      stdout: '3 accounts, all three agree\n',
      stderr: '',
    });
    const one = await house.run('books', '--user', users[0]!);
    expect(one.stdout).toBe('1 account, all three agree\n');
  });

  it('R27: asks an account that traffic moves again, until the three meet', async () => {
    const { caller, token } = await house.stack.user();
    await house.website.request(openAccount, {}, caller);
    const spending = (async () => {
      for (let i = 0; i < 20; i++) await house.spend(token);
    })();
    const [spoken] = await Promise.all([house.run('books'), spending]);
    expect(spoken).toMatchObject({ exitCode: 0, stdout: '4 accounts, all three agree\n' });
  });

  it.each([
    [
      'ledger',
      'hub.accounts',
      'the ledger’s balance is 91, and its entries add up to 90',
      '“The books differ”',
    ],
    [
      'read model',
      'projector.energy_balances_v2',
      'at one version, read model is not what the events add up to',
      '“A read model is wrong”',
    ],
  ])('R27: names the first difference, here one in the %s', async (side, table, reason, page) => {
    await house.withOneMore(table, users[1]!, async () => {
      const { exitCode, stdout } = await house.run('books');
      expect(exitCode).toBe(1);
      expect(stdout).toContain(`4 accounts, 1 differs. The first is user ${users[1]}:`);
      expect(stdout).toContain(`${reason}.`);
      expect(stdout).toContain(`docs/runbook.md, ${page}`);
      expect(stdout).toMatch(new RegExp(`^ {2}${side} +4 +91 +0$`, 'm'));
      expect(stdout).toMatch(/^ {2}stream +4 +90 +0$/m);
    });
  });

  it('R27: names a grant that has another rest than the ledger’s available', async () => {
    const change = (points: number) =>
      `UPDATE hub.grants SET remaining = remaining + ${points} WHERE user_id = '${users[2]}'`;
    await house.withChange(change(-1), change(1), async () => {
      const { exitCode, stdout } = await house.run('books');
      expect(exitCode).toBe(1);
      expect(stdout).toContain('the ledger has 85 available, and 84 are left of its grants.');
    });
  });

  it('tells every difference in JSON', async () => {
    await house.withOneMore('hub.accounts', users[1]!, async () => {
      const { exitCode, stdout } = await house.run('books', '--json', '--user', users[1]!);
      expect(exitCode).toBe(1);
      const figures = {
        ledger: { balance: 91 },
        stream: { balance: 90 },
        readModel: { version: 4 },
      };
      expect(JSON.parse(stdout)).toMatchObject({
        agree: false,
        accounts: 1,
        differences: [{ userId: users[1], ...figures }],
      });
    });
  });

  it('says of a user without an account that there is none', async () => {
    const { exitCode, stderr } = await house.run('books', '--user', randomUUID());
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Neither ledger, stream nor read model has an account of user /);
  });

  it('R2: is not misled by a message that repeats an event', async () => {
    await repeatMessage(house.stack.broker, 2);
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
  });

  it('names a message that is no event of ours, and passes over it once it is dropped', async () => {
    const sequence = await putJunk(house.stack.broker);
    const { exitCode, stderr } = await house.run('books');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`Sequence ${sequence} of the stream is not an event of ours`);
    const drop = ['dead-letters', 'drop', '--sequence', `${sequence}`, '--reason', 'Un essai'];
    await eventually(
      () => house.run(...drop, '--yes'),
      (dropped) => dropped.exitCode === 0,
    );
    expect(await house.run('books')).toMatchObject({ exitCode: 0 });
  });

  it('R2: names a hole in the versions of the stream', async () => {
    await forgeEvent(house.stack.broker, users[0]!, 9);
    const { exitCode, stdout } = await house.run('books');
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`The first is user ${users[0]}`);
    expect(stdout).toContain('version 9: the version before it is 3, so the stream has a hole.');
  });

  it('R27: names an event that the hub never told, once the hub has told another one in its place', async () => {
    const { userId, caller, token } = await house.stack.user();
    await house.website.request(openAccount, {}, caller);
    const [entryId, grantId] = [randomUUID(), randomUUID()];
    const data = { entryId, grantId, amount: 40, balance: 60, held: 0 };
    await eventually(async () => (await house.run('books', '--user', userId)).exitCode === 0);
    await forgeEvent(house.stack.broker, userId, 3, { type: 'EnergyExpired', data });
    await house.spend(token);
    const { exitCode, stdout } = await house.run('books', '--user', userId);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`1 account, 1 differs. The first is user ${userId}:`);
    expect(stdout).toContain('at one version, ledger is not what the events add up to.');
    expect(stdout).toMatch(/^ {2}ledger +3 +95 +0$/m);
    expect(stdout).toMatch(/^ {2}stream +3 +60 +0$/m);
  });

  it('says which service does not answer, and what shows it', async () => {
    const hubOnly = await OpsStack.start('hub');
    await hubOnly.stack.createStream();
    const { exitCode, stdout, stderr } = await hubOnly.run('books');
    await hubOnly.stop();
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^The projector did not tell its balances: .*phoenix -- status/);
  });
});
