import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getBalance } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { OpsStack } from './ops-stack.js';

describe('token', () => {
  let house: OpsStack;
  beforeAll(async () => {
    house = await OpsStack.start('hub');
    await house.stack.createStream();
  });
  afterAll(() => house?.stop());

  it('prints the token alone, with which the opened account answers', async () => {
    const user = randomUUID();
    const { exitCode, stdout, stderr } = await house.run('token', '--user', user.toUpperCase());
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toBe('The account was opened with 100 points.\n');
    const balance = await house.website.request(getBalance, {}, newCaller(stdout.trim()));
    expect(balance).toMatchObject({ userId: user, available: 100 });
  });

  it('opens an account once, however many tokens are made', async () => {
    const { userId } = await house.spender(1);
    const { stderr } = await house.run('token', '--user', userId);
    expect(stderr).toBe('The account is open and has 95 points.\n');
  });

  it('makes a token of staff, for as long as asked, and leaves the account alone when told to', async () => {
    const user = randomUUID();
    const argv = ['token', '--user', user, '--staff', '--hours', '0.5', '--no-account', '--json'];
    const { stdout, stderr } = await house.run(...argv);
    const { token, ...told } = JSON.parse(stdout);
    expect(told).toEqual({ userId: user, staff: true, lifetimeSeconds: 1800 });
    const verifier = await house.stack.verifier();
    expect(await verifier.verify(token)).toMatchObject({ userId: user, staff: true });
    expect(stderr).toBe('');
    const asked = house.website.request(getBalance, {}, newCaller(token));
    await expect(asked).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  it('prints the token all the same when the hub is away, and says so', async () => {
    const empty = await OpsStack.start();
    const { exitCode, stdout, stderr } = await empty.run('token', '--user', randomUUID());
    await empty.stop();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toMatch(/^The account was not opened: .*The token is valid all the same/);
    expect(stderr).not.toContain(stdout.trim());
  });
});
