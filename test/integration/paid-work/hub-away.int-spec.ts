import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { errorOf } from '../hub/hub-stack.js';
import { LettersStack } from './letters-stack.js';

describe('work under a hold while the hub is away', () => {
  let stack: LettersStack;

  beforeAll(async () => {
    stack = await LettersStack.start({ hubs: 0 });
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  const startHub = () => stack.hub.stack.run('hub', hubService);

  it('does not begin, and is done under the same key once the hub is back', async () => {
    let hub = await startHub();
    const user = await stack.hub.account();
    await hub.app.close();
    const body = stack.body();
    const error = await errorOf(stack.format(user, body, 2_000));
    expect(['UNAVAILABLE', 'TIMED_OUT']).toContain(error.code);
    expect(await stack.told(user)).toEqual([]);
    hub = await startHub();
    const { reply } = await stack.untilDone(user, body);
    expect(reply.receipt?.balance).toBe(92);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 92, held: 0 });
    await hub.app.close();
  });

  it('R33: is not readable when it is done, and captured and delivered once the hub is back', async () => {
    let hub = await startHub();
    const user = await stack.hub.account();
    const body = stack.body();
    armFailpoint('held-work.before-capture', 'hang');
    const asked = errorOf(stack.format(user, body, 15_000));
    await eventually(
      () => stack.told(user),
      ({ length }) => length === 1,
    );
    await hub.app.close();
    disarmFailpoints();
    expect(['UNAVAILABLE', 'TIMED_OUT']).toContain((await asked).code);
    expect(await stack.letters(user)).toEqual([]);
    hub = await startHub();
    const [kept] = await eventually(
      () => stack.letters(user),
      ({ length }) => length === 1,
      30_000,
    );
    const { reply, replayed } = await stack.format(user, body);
    expect([reply.letterId, replayed]).toEqual([kept!.letterId, true]);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 92, held: 0 });
    expect(await stack.told(user)).toEqual(['LetterFormatted']);
    await hub.app.close();
  }, 60_000);

  it('gives the hold of failed work back once the hub is there again, with the reason that it had', async () => {
    let hub = await startHub();
    const user = await stack.hub.account();
    armFailpoint('held-work.in-work', 'hang');
    const asked = errorOf(stack.format(user, stack.body(), 5_000));
    await eventually(
      () => stack.hub.balance(user),
      ({ held }) => held === 8,
    );
    await hub.app.close();
    await asked;
    hub = await startHub();
    const reasons = await eventually(
      () => stack.givenBack(user),
      ({ length }) => length > 0,
      30_000,
    );
    expect(reasons).toEqual(['timed-out']);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
  }, 60_000);
});
