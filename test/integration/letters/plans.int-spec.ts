import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planApplication, planRetraining } from '#libs/contracts';
import { answers, says } from '#libs/testing';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import { errorOf } from '../hub/hub-stack.js';
import { EngineStack } from './engine-stack.js';
import { expectGivenBack, expectNothingHeld, expectPaidOnce } from './expect-energy.js';
import { applicationAnswer, retrainingAnswer } from './provider-answers.js';

const experience = PROFILE;
const application = (more: object = {}) => ({
  ...{ experience, offer: OFFER, position: ' ', idempotencyKey: randomUUID() },
  ...more,
});
const retraining = (more: object = {}) => ({
  ...{ experience, position: 'magasinier', idempotencyKey: randomUUID() },
  ...more,
});

describe('plans, made in the house', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('local');
  });
  afterAll(() => stack?.stop());

  it('of an application prove each argument, and say what to do when', async () => {
    const user = await stack.hub.account();
    const { plan, text } = await stack.ask(planApplication, user, application());
    for (const { excerpt } of plan.arguments) expect(PROFILE).toContain(excerpt);
    expect(plan.arguments.length).toBeGreaterThan(2);
    expect(text).toContain('Poste visé\u00a0: vendeuse\n');
    expect(text).toContain('Aujourd’hui\u00a0: Préparer\n–\u00a0Lisez le site de Maison Verdier');
  });

  it('of a retraining go to the trade in phases, and name schemes that exist', async () => {
    const user = await stack.hub.account();
    const { plan, text } = await stack.ask(planRetraining, user, retraining());
    expect(plan.to).toBe('magasinière');
    expect(plan.assets.map(({ skill }) => skill)).toContain('gestion des stocks');
    expect(plan.funding.map(({ scheme }) => scheme)).toContain('cpf');
    expect(text).toContain('Métier visé\u00a0: magasinière\n');
    expect(text).toContain('Compte personnel de formation (CPF)\u00a0: ');
  });

  it.each([
    ['unknown-trade', { offer: undefined, position: 'zythologue' }],
    ['no-position', { offer: undefined, position: ' ' }],
    ['too-little-to-write-from', { experience: 'Bonjour.' }],
  ])('R32: are refused before any hold: %s', async (reason, less) => {
    const user = await stack.hub.account();
    const refused = { code: 'NOTHING_TO_WRITE_FROM', details: { reason } };
    const planned = stack.ask(planApplication, user, application(less));
    expect(await errorOf(planned)).toMatchObject(refused);
    expect(await errorOf(stack.ask(planRetraining, user, retraining(less)))).toMatchObject(refused);
    await expectNothingHeld(stack, user);
  });
});

describe('plans, made by a provider', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('google');
  });
  afterAll(() => stack?.stop());

  it('of an application are in order, without what nobody told or asked about', async () => {
    const user = await stack.agreed();
    stack.gemini.does(answers(applicationAnswer));
    const asked = application({ position: 'vendeuse', company: 'Maison Verdier' });
    const { plan, text, engineVersion } = await stack.ask(planApplication, user, asked);
    const { arguments: told, weaknesses, steps } = applicationAnswer;
    expect(plan).toEqual({
      ...applicationAnswer,
      ...{ arguments: told.slice(0, 1), weaknesses: weaknesses.slice(0, 1) },
      steps: steps.toReversed(),
    });
    expect(engineVersion).toBe('gemini-2.5-flash application-plan.v1');
    expect(text).not.toMatch(/Télépathie|dix ans/);
    const data = [{ experience }, { poste: 'vendeuse' }, { entreprise: 'Maison Verdier' }];
    expect(stack.gemini.calls.at(-1)!.messages).toEqual([
      [...data, { annonce: OFFER }].map((part) => JSON.stringify(part)),
    ]);
  });

  it('of a retraining go where they were asked to, without what nobody told or knows', async () => {
    const user = await stack.agreed();
    stack.gemini.does(answers(retrainingAnswer));
    const { plan, text, engineVersion } = await stack.ask(planRetraining, user, retraining());
    const { assets, toLearn } = retrainingAnswer;
    expect(plan).toEqual({
      ...{ ...retrainingAnswer, to: 'magasinière' },
      ...{ assets: assets.slice(0, 1), toLearn: toLearn.slice(0, 1) },
    });
    expect(engineVersion).toBe('gemini-2.5-flash retraining-plan.v1');
    expect(text).toContain('Durée\u00a0: environ 9\u00a0mois');
    expect(text).not.toMatch(/Télépathie|grue|Plombière/);
  });

  it('go beyond the lexicon where neither it nor an offer knows the trade', async () => {
    const user = await stack.agreed();
    stack.gemini.does(answers(retrainingAnswer));
    const asked = retraining({ position: 'zythologue' });
    const { plan } = await stack.ask(planRetraining, user, asked);
    expect(plan).toMatchObject({ to: 'zythologue', toLearn: retrainingAnswer.toLearn });
  });

  it.each([
    ['a school', 'Inscrivez-vous à l’Institut Verlaine de Dijon.', '«\u00a0Verlaine\u00a0»'],
    ['a word to be filled in', 'Appelez [Nom du conseiller].', '«\u00a0[Nom du conseiller]\u00a0»'],
  ])('that name %s which nobody gave are mended, and told what', async (_what, action, words) => {
    const user = await stack.agreed();
    const [first, ...others] = retrainingAnswer.phases;
    const phases = [{ ...first, actions: [action] }, ...others];
    stack.gemini.does(answers({ ...retrainingAnswer, phases }), answers(retrainingAnswer));
    const { plan } = await stack.ask(planRetraining, user, retraining());
    expect(plan.phases).toEqual(retrainingAnswer.phases);
    const [, , request] = stack.gemini.calls.at(-1)!.messages;
    expect(request![0]).toContain(words);
    await expectPaidOnce(stack, user, 'plan_reconversion');
  });

  it('R33: that have no phase, twice, are a typed 503, and the hold comes back', async () => {
    const user = await stack.agreed();
    const wrong = says(JSON.stringify({ ...retrainingAnswer, phases: [] }));
    stack.gemini.does(wrong, wrong);
    const failed = await errorOf(stack.ask(planRetraining, user, retraining()));
    expect(failed).toMatchObject({ code: 'AI_UNAVAILABLE', status: 503 });
    await expectGivenBack(stack, user);
  });
});
