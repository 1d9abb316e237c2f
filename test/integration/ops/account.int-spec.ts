import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consumeEnergy, getBalance } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { OpsStack } from './ops-stack.js';

const why = ['--code', 'incident', '--reason', 'Une panne'];

describe('account', () => {
  let house: OpsStack;
  beforeAll(async () => {
    house = await OpsStack.start('hub');
    await house.stack.createStream();
  });
  afterAll(() => house?.stop());

  async function account() {
    const { userId } = await house.spender(0);
    const caller = newCaller(await house.stack.identities.token(userId));
    const balance = () => house.website.request(getBalance, {}, caller);
    const act = (verb: string, ...more: string[]) =>
      house.run('account', verb, '--user', userId, ...more);
    return { userId, caller, balance, act };
  }

  it('gives points, corrects them, and says what the balance is', async () => {
    const { act, balance } = await account();
    const granted = await act('grant', '--amount', '50', '--until', '2999-12-31', ...why);
    expect(granted).toEqual({
      exitCode: 0,
      stdout: '50 points given. The balance is 150.\n',
      stderr: '',
    });
    const corrected = await act('correct', '--amount', '-20', ...why);
    expect(corrected.stdout).toBe('Corrected by -20 points. The balance is 130.\n');
    expect(await balance()).toMatchObject({ balance: 130 });
  });

  it('refunds an action', async () => {
    const { act, caller } = await account();
    const request = { action: 'lettre_motivation', idempotencyKey: randomUUID() } as const;
    const { entryId } = await house.website.request(consumeEnergy, request, caller);
    const { stdout } = await act('refund', '--entry', entryId, ...why);
    expect(stdout).toBe('15 points refunded. The balance is 100.\n');
  });

  it('freezes and unfreezes, starts and ends an unlimited period', async () => {
    const { act, balance } = await account();
    expect((await act('freeze', ...why)).stdout).toBe('The account spends nothing now.\n');
    expect(await balance()).toMatchObject({ frozen: true });
    expect((await act('unfreeze', ...why)).stdout).toBe('The account may spend again.\n');
    const { stdout } = await act('unlimited', '--until', '2999-12-31T18:00:00+01:00', ...why);
    expect(stdout).toMatch(/^Every action is free from .* until 2999-12-31T17:00:00\.000Z\.\n$/);
    expect(await balance()).toMatchObject({ unlimited: true, frozen: false });
    expect((await act('limited', ...why)).stdout).toBe('The unlimited period has ended.\n');
    expect(await balance()).toMatchObject({ unlimited: false });
  });

  it('lists what staff did, with who, what and why', async () => {
    const { userId, act } = await account();
    expect((await act('audit')).stdout).toBe('Staff have done nothing here.\n');
    await act('grant', '--amount', '5', ...why);
    await act('freeze', ...why);
    const { stdout } = await act('audit');
    expect(stdout).toMatch(/^AT +STAFF +USER +COMMAND +CODE +REASON\n/);
    expect(stdout).toMatch(/freeze-account +incident +Une panne\n.*grant-energy +incident/s);
    const { actions } = JSON.parse((await act('audit', '--json', '--limit', '1')).stdout);
    expect(actions).toMatchObject([{ userId, command: 'freeze-account', reason: 'Une panne' }]);
  });

  it('says why the hub refuses, and what an option should be', async () => {
    const { act } = await account();
    const past = await act('grant', '--amount', '5', '--until', '2000-01-01', ...why);
    expect(past).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('expiresAt') });
    const wrong = await act('grant', '--amount', '0', ...why);
    expect(wrong).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('a whole number from 1 to 100000'),
    });
    const silent = await act('freeze', '--code', 'incident');
    expect(silent).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--reason') });
  });

  it('R31: makes no token in production, and takes the one that it is given', async () => {
    const { userId, act } = await account();
    const staff = await house.stack.user({ staff: true });
    house.more = { PHOENIX_ENV: 'production', PHOENIX_SIGNING_KEY_FILE: '' };
    const refused = await act('freeze', ...why);
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Set PHOENIX_STAFF_TOKEN'),
    });
    house.more = { PHOENIX_ENV: 'production', PHOENIX_STAFF_TOKEN: staff.token };
    expect(await act('freeze', ...why)).toMatchObject({ exitCode: 0 });
    house.more = {};
    const { actions } = JSON.parse((await act('audit', '--json')).stdout);
    expect(actions).toMatchObject([{ userId, staffId: staff.userId }]);
  });
});
