import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints, metricsRegistry } from '#libs/telemetry';
import { answers, eventually, falters } from '#libs/testing';
import { errorOf } from '../hub/hub-stack.js';
import { EngineStack } from './engine-stack.js';
import { cost, expectCancelled, expectPaidOnce, placedAndCaptured } from './letter-outcomes.js';
import { letterAnswer } from './provider-answers.js';
import {
  askedLetter,
  begin,
  kindsOf,
  letterBody,
  textOf,
  untilCut,
  wholeLetter,
  type LetterPart,
} from './told-letter.js';

/** How many streams were cancelled because somebody said so. */
async function cancelled(): Promise<number> {
  const { values } = await metricsRegistry
    .getSingleMetric('phoenix_streams_cancelled_total')!
    .get();
  return values.find(({ labels }) => labels.reason === 'asked')?.value ?? 0;
}

describe('a letter that nobody waits for any more, written in the house', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('local');
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  it('R33: is cancelled in the midst of it: nothing is stored, and the hold comes back', async () => {
    const user = await stack.hub.account();
    const body = letterBody();
    const leaving = new AbortController();
    armFailpoint('held-work.in-work', 'hang');
    const asked = wholeLetter(
      askedLetter(stack.hub.website, user, body, { signal: leaving.signal }),
    );
    const failed = errorOf(asked);
    await eventually(
      () => stack.hub.balance(user),
      ({ held }) => held === cost,
    );
    leaving.abort(new Error('the user left'));
    expect((await failed).message).toBe('the user left');
    await expectCancelled(stack, user);
    disarmFailpoints();
  });

  it('R33: is delivered and paid when it is cancelled after it was stored', async () => {
    const user = await stack.hub.account();
    const body = letterBody();
    const before = await cancelled();
    armFailpoint('held-work.after-document', 'hang');
    const parts: LetterPart[] = [];
    for await (const part of askedLetter(stack.hub.website, user, body)) {
      parts.push(part);
      if (kindsOf(parts).at(-1) === 'keeping') {
        await eventually(async () => (await stack.told(user)).length === 1);
        break;
      }
    }
    await eventually(async () => (await cancelled()) === before + 1);
    disarmFailpoints();
    await eventually(async () => (await stack.moved(user)).length === 2);
    expect(await stack.moved(user)).toEqual(placedAndCaptured);
    const { end } = await wholeLetter(askedLetter(stack.hub.website, user, body));
    expect(end.text).toBe(textOf(parts));
    await expectPaidOnce(stack, user, body);
  });
});

describe('a letter that nobody waits for any more, written by a provider', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('google');
  });
  afterAll(() => stack?.stop());

  it('R33: is cancelled in mid-stream: the provider’s call ends, nothing is stored, the hold comes back', async () => {
    const [user, body] = [await stack.agreed(), letterBody()];
    stack.gemini.does(falters(begin));
    const reading = askedLetter(stack.hub.website, user, body)[Symbol.asyncIterator]();
    await untilCut(reading);
    const call = stack.gemini.calls.at(-1)!;
    expect(call.closedByCaller).toBe(false);
    await reading.return!();
    await eventually(() => call.closedByCaller);
    await expectCancelled(stack, user);
    stack.gemini.does(answers(letterAnswer));
    // Until its key is free again, the work is under way.
    const asked = () => wholeLetter(askedLetter(stack.hub.website, user, body)).catch(() => null);
    await eventually(asked);
    await expectPaidOnce(stack, user, body);
  });
});
