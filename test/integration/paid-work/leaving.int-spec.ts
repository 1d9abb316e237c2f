import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { errorOf } from '../hub/hub-stack.js';
import { LettersStack } from './letters-stack.js';

describe('work under a hold when its service leaves', () => {
  let stack: LettersStack;

  beforeAll(async () => {
    stack = await LettersStack.start({ letters: 0 });
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  it('is ended after a few seconds, says so, gives the hold back, and is done by the next under the same key', async () => {
    const leaving = await stack.hub.stack.run('letters', lettersService);
    const user = await stack.hub.account();
    const body = stack.body();
    armFailpoint('held-work.in-work', 'hang@1');
    const asked = errorOf(stack.format(user, body, 30_000));
    await eventually(
      () => stack.hub.balance(user),
      ({ held }) => held === 8,
    );
    await leaving.app.close();
    expect(await asked).toMatchObject({ code: 'WORK_NOT_DONE', details: { reason: 'abandoned' } });
    expect(await stack.givenBack(user)).toEqual(['abandoned']);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
    await stack.hub.stack.run('letters', lettersService);
    const { reply } = await stack.untilDone(user, body);
    expect(reply.receipt?.balance).toBe(92);
  }, 60_000);
});
