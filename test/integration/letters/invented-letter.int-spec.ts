import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeLetter } from '#libs/contracts';
import { answers, geminiTokens } from '#libs/testing';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import { errorOf } from '../hub/hub-stack.js';
import { EngineStack } from './engine-stack.js';
import { expectGivenBack, expectPaidOnce } from './expect-energy.js';
import { letterAnswer } from './provider-answers.js';

const order = () => ({
  ...{ experience: PROFILE, offer: OFFER, position: 'vendeuse' },
  ...{ company: 'Maison Verdier', idempotencyKey: randomUUID() },
});
const letterWith = (sentence: string) => {
  const [first = '', ...others] = letterAnswer.paragraphs;
  return { ...letterAnswer, paragraphs: [`${first} ${sentence}`, ...others] };
};

describe('a provider’s letter', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('google');
  });
  afterAll(() => stack?.stop());

  const inventions: readonly (readonly [what: string, sentence: string, words: string])[] = [
    ['a diploma', 'Je suis titulaire d’un BTS Management commercial.', 'BTS Management commercial'],
    ['a skill', 'J’ai tenu la comptabilité de la maison.', 'comptabilité'],
    ['years', 'Forte de vingt-cinq ou trente ans de vente, je sais vendre.', 'trente ans'],
    ['another company', 'Je voudrais tant rejoindre Boulangerie Durand.', 'Durand'],
    ['a word to be filled in', 'Je m’appelle [Nom].', '[Nom]'],
  ];

  it.each(inventions)(
    'that invents %s is mended, and told what; only what is honest is kept',
    async (_what, sentence, words) => {
      const user = await stack.agreed();
      stack.gemini.does(answers(letterWith(sentence)), answers(letterAnswer));
      const { letterId, text } = await stack.ask(writeLetter, user, order());
      expect(text).not.toContain(words);
      expect(await stack.read(user, letterId)).toMatchObject({ text, versions: [1] });
      const [data, wrong, request] = stack.gemini.calls.at(-1)!.messages;
      expect(data).toEqual(stack.gemini.calls.at(-2)!.messages[0]);
      expect(wrong![0]).toContain(sentence);
      expect(request![0]).toContain(`«\u00a0${words}\u00a0»`);
      const [told] = await stack.told(user);
      expect(told!.data).toMatchObject({ inputTokens: 2 * geminiTokens.input });
      await expectPaidOnce(stack, user, 'lettre_motivation');
    },
  );

  it.each(inventions)(
    'R33: that invents %s twice is never kept: a typed 503, and the hold comes back',
    async (_what, sentence) => {
      const user = await stack.agreed();
      const invented = answers(letterWith(sentence));
      stack.gemini.does(invented, invented);
      const failed = await errorOf(stack.ask(writeLetter, user, order()));
      expect(failed).toMatchObject({
        ...{ code: 'AI_UNAVAILABLE', status: 503 },
        details: { reason: 'wrong-answer' },
      });
      await expectGivenBack(stack, user);
    },
  );
});
