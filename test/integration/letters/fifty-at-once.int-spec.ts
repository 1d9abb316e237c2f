import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { catalogue, writeLetter } from '#libs/contracts';
import { answers } from '#libs/testing';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import { expectBooksToAgree } from '../hub/books-of.js';
import { EngineStack } from './engine-stack.js';
import { letterAnswer } from './provider-answers.js';

const { cost } = catalogue.lettre_motivation;

/** A word that stands in nobody else's texts, and looks like a name. */
const markOf = (n: number) =>
  `Marque${[n / 26, n % 26].map((digit) => String.fromCharCode(97 + Math.floor(digit))).join('')}`;
const markedBy = (mark: string) => (text: string) =>
  text.replaceAll('Filature des Monts', `Filature ${mark}`).replaceAll('Verdier', mark);
const marksIn = (value: unknown) => [...new Set(JSON.stringify(value).match(/Marque[a-z]{2}/g))];

describe.each(['local', 'google'] as const)('50 letters at once by the engine %s', (engine) => {
  let stack: EngineStack | undefined;
  afterEach(() => stack?.stop());

  it('hold no word of one another, and each is paid for once', async () => {
    const { gemini, hub } = (stack = await EngineStack.start(engine, { books: true }));
    gemini.always(({ messages }) => {
      const [mark] = marksIn(messages);
      return answers(JSON.parse(markedBy(mark!)(JSON.stringify(letterAnswer))));
    });
    const users = await Promise.all(Array.from({ length: 50 }, () => stack!.agreed()));
    const letters = await Promise.all(
      users.map((user, n) => {
        const marked = markedBy(markOf(n));
        const texts = { experience: marked(PROFILE), offer: marked(OFFER) };
        const wishes = { position: 'vendeuse', idempotencyKey: randomUUID() };
        return stack!.ask(writeLetter, user, { ...texts, ...wishes });
      }),
    );
    for (const [n, user] of users.entries()) {
      const { letterId, ...reply } = letters[n]!;
      expect(marksIn(reply)).toEqual([markOf(n)]);
      expect(marksIn(await stack.read(user, letterId))).toEqual([markOf(n)]);
      expect(await stack.list(user)).toMatchObject([{ letterId }]);
      expect(await hub.balance(user)).toMatchObject({ balance: 100 - cost, held: 0 });
    }
    expect(gemini.calls).toHaveLength(engine === 'google' ? 50 : 0);
    for (const { messages } of gemini.calls) expect(marksIn(messages)).toHaveLength(1);
    const told = await hub.stack.database.query<{ data: string }>(
      'SELECT data FROM letters.outbox UNION ALL SELECT data FROM hub.outbox',
    );
    expect(marksIn(told.map(({ data }) => data))).toEqual([]);
    await expectBooksToAgree(hub.stack);
  });
});
