import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue, welcomePoints, type RequestInput } from '#libs/contracts';
import { answers, geminiTokens } from '#libs/testing';
import { expectBooksToAgree } from '../hub/books-of.js';
import { EngineStack } from './engine-stack.js';
import { lettersActions, soldByLetters } from './every-action.js';
import { expectPaidOnce } from './expect-energy.js';

interface Done extends Record<string, unknown> {
  readonly letterId: string;
  readonly text: string;
  readonly receipt: { readonly entryId: string; readonly cost: number };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe.each(['local', 'google'] as const)('letters with the engine %s', (configured) => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start(configured, { books: true });
  });
  afterAll(() => stack?.stop());

  it.each(soldByLetters)(
    'R32: sell %s at its price, once, keep what they made, and tell it without a written word',
    async (action) => {
      const { command, body, event, kind, answer } = lettersActions[action]!;
      const outside = configured === 'google' && answer !== null;
      const engine = outside ? 'google' : 'local';
      const user = await (outside ? stack.agreed() : stack.hub.account());
      const calls = stack.gemini.calls.length + (outside ? 1 : 0);
      if (outside) stack.gemini.does(answers(answer));
      const asked = { ...body, idempotencyKey: randomUUID() } as RequestInput<typeof command>;
      const reply = (await stack.ask(command, user, asked)) as unknown as Done;
      expect(await stack.ask(command, user, asked)).toEqual(reply);
      expect(stack.gemini.calls).toHaveLength(calls);
      const { letterId, text, receipt } = reply;
      const { cost } = catalogue[action];
      expect(receipt).toMatchObject({ cost, balance: welcomePoints - cost });
      const documents = await stack.list(user);
      if (kind === null) {
        expect(await stack.moved(user)).toEqual(['EnergyConsumed']);
        expect(documents).toEqual([]);
      } else {
        await expectPaidOnce(stack, user, action);
        const paid = { letterId, kind, version: 1, engine, entryId: receipt.entryId };
        expect(documents).toMatchObject([paid]);
        expect(await stack.read(user, letterId)).toMatchObject({ ...paid, text });
      }
      const [told, ...more] = await stack.told(user);
      expect([told!.type, more]).toEqual([event, []]);
      const words = Object.values(told!.data).filter((value) => typeof value !== 'number');
      expect(words.filter((word) => !uuid.test(String(word)))).toEqual([engine]);
      if (kind !== null) expect(told!.data).toMatchObject({ letterId, held: cost });
      if (outside) {
        const tokens = { inputTokens: geminiTokens.input, outputTokens: geminiTokens.output };
        expect(told!.data).toMatchObject(tokens);
      }
    },
  );

  it('R27: leave books that agree', () => expectBooksToAgree(stack.hub.stack));
});
