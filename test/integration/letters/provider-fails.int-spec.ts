import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeLetter } from '#libs/contracts';
import { answers, eventually, isBusy, staysSilent } from '#libs/testing';
import { errorOf, type Account } from '../hub/hub-stack.js';
import { ServiceProcess } from '../service-process.js';
import { EngineStack } from './engine-stack.js';
import { expectGivenBack } from './expect-energy.js';
import { letterAnswer } from './provider-answers.js';
import { askedLetter, letterBody, wholeLetter } from './told-letter.js';
import { providersWords, waysOfFailing } from './ways-of-failing.js';

const answersWell = answers(letterAnswer);

describe('letters in a process of their own, with a provider that fails', () => {
  let stack: EngineStack;
  let letters: ServiceProcess;
  beforeAll(async () => {
    stack = await EngineStack.start('google', { letters: false });
    letters = await ServiceProcess.start(stack.hub.stack, 'letters', {
      ...stack.gemini.environment,
      PHOENIX_LOG_LEVEL: 'trace',
    });
  }, 60_000);
  afterAll(async () => {
    await letters?.kill();
    await stack?.stop();
  });

  const told = async (user: Account) => (await stack.told(user)).map(({ type }) => type);
  const ends = ['EnergyHoldPlaced', 'EnergyHoldReleased'];

  async function expectPaidOnce(user: Account, attempts: number) {
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 85, held: 0 });
    expect(await told(user)).toEqual(['LetterGenerated']);
    const before = Array.from({ length: attempts - 1 }, () => ends).flat();
    expect(await stack.moved(user)).toEqual([...before, 'EnergyHoldPlaced', 'EnergyHoldCaptured']);
  }

  it.each(waysOfFailing)(
    'R33: %s: the hold is back, the error says why, and the same key is done and paid once',
    async (_way, move, reason) => {
      const user = await stack.agreed();
      const body = letterBody();
      stack.gemini.always(() => move);
      const failed = await errorOf(stack.ask(writeLetter, user, body));
      expect(failed).toMatchObject({
        ...{ code: 'AI_UNAVAILABLE', status: 503 },
        details: { provider: 'google', reason, freeDraftUntil: expect.any(String) },
      });
      expect(failed.message).not.toContain(providersWords);
      await expectGivenBack(stack, user);
      const [released] = await stack.hub.told(user, 'EnergyHoldReleased');
      expect(released!.data).toMatchObject({ reason: 'failed' });

      stack.gemini.always(() => answersWell);
      const { engine, receipt } = await stack.ask(writeLetter, user, body);
      expect([engine, receipt?.balance]).toEqual(['google', 85]);
      await expectPaidOnce(user, 2);
    },
    60_000,
  );

  it('R32: it is busy for a moment: asked again by itself, and paid once', async () => {
    const user = await stack.agreed();
    stack.gemini.does(isBusy(0.05));
    stack.gemini.always(() => answersWell);
    const { receipt } = await stack.ask(writeLetter, user, letterBody());
    expect(receipt?.balance).toBe(85);
    await expectPaidOnce(user, 1);
  });

  it('R32: it says nothing for longer than the caller has: its call is ended, the hold is back', async () => {
    const user = await stack.agreed();
    const body = letterBody();
    stack.gemini.always(() => staysSilent);
    const before = stack.gemini.calls.length;
    const impatient = { timeoutMs: 15_000 };
    const failed = await errorOf(
      wholeLetter(askedLetter(stack.hub.website, user, body, impatient)),
    );
    expect(['WORK_NOT_DONE', 'TIMED_OUT']).toContain(failed.code);
    await eventually(() => stack.gemini.calls.slice(before).every((call) => call.closedByCaller));
    await eventually(
      () => stack.moved(user),
      ({ length }) => length === 2,
    );
    const [released] = await stack.hub.told(user, 'EnergyHoldReleased');
    expect(['timed-out', 'cancelled']).toContain(released!.data.reason);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 100, held: 0 });

    stack.gemini.always(() => answersWell);
    // The key is free a moment after its hold is.
    const again = () => stack.ask(writeLetter, user, body).catch(() => null);
    const { receipt } = (await eventually(again, (reply) => reply !== null, 30_000))!;
    expect(receipt?.balance).toBe(85);
    await expectPaidOnce(user, 2);
  }, 60_000);

  it('has written nothing of the key, of the texts or of the provider’s words, whatever happened', () => {
    const written = letters.written.join('\n');
    expect(written.match(/an AI engine gave no result/g)!.length).toBeGreaterThan(10);
    expect(written).toContain('an AI engine gave a result');
    for (const secret of [stack.gemini.key, providersWords, 'Filature', 'Verdier', 'Rousselin'])
      expect(written).not.toContain(secret);
  });
});
