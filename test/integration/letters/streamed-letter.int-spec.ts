import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answers, hesitates, says } from '#libs/testing';
import { errorOf } from '../hub/hub-stack.js';
import { EngineStack } from './engine-stack.js';
import { expectPaidOnce, placedAndCaptured, placedAndReleased } from './letter-outcomes.js';
import { letterAnswer } from './provider-answers.js';
import {
  askedLetter,
  begin,
  kindsOf,
  letterBody,
  rest,
  textOf,
  untilCut,
  wholeLetter,
  type LetterPart,
} from './told-letter.js';

describe('a letter that is told of while the house writes it', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('local');
  });
  afterAll(() => stack?.stop());

  it('is its paragraphs, in order, and they are the letter', async () => {
    const user = await stack.hub.account();
    const body = letterBody();
    const stream = askedLetter(stack.hub.website, user, body);
    const { parts, end } = await wholeLetter(stream);
    expect(stream.replayed).toBe(false);
    const blocks = end.text.split('\n\n').map(() => 'text');
    expect(kindsOf(parts)).toEqual(['writing', 'checking', ...blocks, 'keeping']);
    expect(textOf(parts)).toBe(end.text);
    await expectPaidOnce(stack, user, body);
    expect(await stack.moved(user)).toEqual(placedAndCaptured);
  });
});

describe('a letter that is told of while a provider writes it', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('google');
  });
  afterAll(() => stack?.stop());

  /** A letter of which the provider has written so much, and goes on when it is let. */
  async function cutLetter() {
    const [user, body] = [await stack.agreed(), letterBody()];
    let goOn!: () => void;
    stack.gemini.does(hesitates(begin, rest, new Promise<void>((go) => (goOn = go))));
    return { user, body, goOn };
  }

  it('is told paragraph by paragraph, each once it is whole, and as it will stand', async () => {
    const { user, body, goOn } = await cutLetter();
    const stream = askedLetter(stack.hub.website, user, body);
    const reading = stream[Symbol.asyncIterator]();
    const parts = await untilCut(reading);
    const shown = textOf(parts);
    expect(shown).toMatch(/^Camille Rousselin\n[^]*\n\nObjet\u00a0: candidature[^]*\n\nMadame,/);
    expect(shown).not.toContain('Filature des Monts, j’ai');
    expect(stack.gemini.calls.at(-1)!.streamed).toBe(true);
    goOn();
    const { parts: more, end } = await wholeLetter(stream, reading);
    expect(textOf([...parts, ...more])).toBe(end.text);
    expect(kindsOf([...parts, ...more])).not.toContain('restart');
    expect(kindsOf(more).slice(-1)).toEqual(['keeping']);
    await expectPaidOnce(stack, user, body);
  });

  it('takes back what was told of an answer that was no letter in the end, and tells the next', async () => {
    const [user, body] = [await stack.agreed(), letterBody()];
    stack.gemini.does(says(begin), answers(letterAnswer));
    const { parts, end } = await wholeLetter(askedLetter(stack.hub.website, user, body));
    expect(kindsOf(parts).filter((kind) => kind === 'restart')).toHaveLength(1);
    expect(kindsOf(parts).indexOf('restart')).toBeGreaterThan(1);
    expect(textOf(parts)).toBe(end.text);
    await expectPaidOnce(stack, user, body);
  });

  it('goes on where another reader left it, with no part lost and none twice', async () => {
    const { user, body, goOn } = await cutLetter();
    const first = askedLetter(stack.hub.website, user, body);
    const parts = await untilCut(first[Symbol.asyncIterator]());
    const from = first.position;
    first.leave();
    const other = await stack.hub.stack.client('website');
    const second = wholeLetter(askedLetter(other, user, body, { from }));
    goOn();
    const { parts: more, end } = await second;
    expect(textOf([...parts, ...more])).toBe(end.text);
    expect(stack.gemini.calls.at(-1)!.closedByCaller).toBe(false);
    await expectPaidOnce(stack, user, body);
  });

  it('R32: is one work for all who ask with its key', async () => {
    const { user, body, goOn } = await cutLetter();
    const first = askedLetter(stack.hub.website, user, body);
    const reading = first[Symbol.asyncIterator]();
    const parts = await untilCut(reading);
    const before = stack.gemini.calls.length;
    const joining = askedLetter(await stack.hub.stack.client('website'), user, body);
    const joined = joining[Symbol.asyncIterator]();
    expect(textOf(await untilCut(joined))).toBe(textOf(parts));
    expect([first.replayed, joining.replayed]).toEqual([false, true]);
    goOn();
    const ends = await Promise.all([wholeLetter(first, reading), wholeLetter(joining, joined)]);
    expect(ends[1].end).toEqual(ends[0].end);
    expect(stack.gemini.calls).toHaveLength(before);
    await expectPaidOnce(stack, user, body);
  });

  it('R33: takes everything back when no answer is a letter, and the hold comes back', async () => {
    const [user, body] = [await stack.agreed(), letterBody()];
    const short = says(JSON.stringify({ ...letterAnswer, paragraphs: ['Un.', 'Deux.', 'Trois.'] }));
    stack.gemini.does(short, short);
    const parts: LetterPart[] = [];
    const failed = await errorOf(
      (async () => {
        for await (const part of askedLetter(stack.hub.website, user, body)) parts.push(part);
      })(),
    );
    expect(failed).toMatchObject({ code: 'AI_UNAVAILABLE' });
    expect(kindsOf(parts)).toContain('text');
    expect(kindsOf(parts).at(-1)).toBe('restart');
    expect(await stack.moved(user)).toEqual(placedAndReleased);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
  });
});
