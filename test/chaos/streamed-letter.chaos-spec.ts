import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeToProvider, catalogue, listLetters } from '#libs/contracts';
import { answers, eventually, falters, TestGemini } from '#libs/testing';
import { expectBooksToAgree } from '../integration/hub/books-of.js';
import { errorOf, HubStack } from '../integration/hub/hub-stack.js';
import { letterAnswer } from '../integration/letters/provider-answers.js';
import {
  askedLetter,
  begin,
  letterBody,
  textOf,
  untilCut,
  wholeLetter,
} from '../integration/letters/told-letter.js';
import { ServiceProcess } from '../integration/service-process.js';

const { cost } = catalogue.lettre_motivation;

describe('letters that are killed with -9 while a provider writes', () => {
  let hub: HubStack;
  let gemini: TestGemini;
  const running: ServiceProcess[] = [];

  const start = async () => {
    const one = await ServiceProcess.start(hub.stack, 'letters', gemini.environment);
    running.push(one);
    return one;
  };

  beforeAll(async () => {
    gemini = await TestGemini.start();
    hub = await HubStack.start({ hubs: 1, books: true });
  }, 60_000);
  afterAll(async () => {
    for (const one of running) await one.kill();
    await hub?.stop();
    await gemini?.stop();
  });

  it('R32, R33: its reader hears of it, and the same key has one letter of the next instance, paid once', async () => {
    const first = await start();
    const [user, body] = [await hub.account(), letterBody()];
    await hub.website.request(agreeToProvider, { provider: 'google' }, user.caller);
    gemini.does(falters(begin));
    gemini.always(() => answers(letterAnswer));
    const stream = askedLetter(hub.website, user, body);
    const reading = stream[Symbol.asyncIterator]();
    await untilCut(reading);
    const next = await start();
    await first.kill();
    const failed = await errorOf(wholeLetter(stream, reading));
    expect(failed).toMatchObject({ code: 'UNAVAILABLE', details: { outcome: 'unknown' } });
    const { parts, end } = (await eventually(
      () => wholeLetter(askedLetter(hub.website, user, body)).catch(() => undefined),
      Boolean,
      60_000,
    ))!;
    expect(end.receipt).toMatchObject({ cost, balance: 100 - cost });
    expect(textOf(parts)).toBe(end.text);
    const { letters } = await hub.website.request(listLetters, {}, user.caller);
    expect(letters.map(({ letterId }) => letterId)).toEqual([end.letterId]);
    expect(await hub.balance(user)).toMatchObject({ balance: 100 - cost, held: 0 });
    await next.kill();
  }, 120_000);

  it('leaves the books in agreement', () => expectBooksToAgree(hub.stack), 60_000);
});
