import { describe, expect, it } from '@jest/globals';
import {
  analyseOffer,
  analyseTransition,
  measureLetter,
  planApplication,
  planRetraining,
} from './index.js';
import { OFFER, PROFILE } from './letter/profile.sample.js';

function given<Result extends object>(result: Result): Exclude<Result, { refused: string }> {
  if ('refused' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<Result, { refused: string }>;
}

describe('the analysis of an offer', () => {
  it('rests every skill on the offer’s words', () => {
    const analysis = given(analyseOffer(OFFER));
    expect(analysis).toMatchObject({
      engine: 'local',
      company: 'Maison Verdier',
      place: 'Nantes',
      contract: 'cdi',
      salary: null,
    });
    expect(analysis.skills.map(({ name }) => name)).toEqual([
      'accueil de la clientèle',
      'gestion des stocks',
      'encaissement',
      'mise en rayon',
    ]);
    for (const { excerpt } of [...analysis.skills, ...analysis.qualities])
      expect(OFFER).toContain(excerpt);
    expect(analysis.advice.length).toBeGreaterThan(1);
  });

  it('is refused for a text that is no offer', () => {
    expect(analyseOffer('Il fait beau, la mer est calme.')).toMatchObject({
      refused: 'nothing-asked',
    });
  });
});

describe('the analysis of a transition', () => {
  it('scores out of 100 by criteria that each say what they rest on', () => {
    const analysis = given(analyseTransition({ profile: PROFILE, offer: OFFER, thisYear: 2026 }));
    expect(analysis.criteria.reduce((sum, { outOf }) => sum + outOf, 0)).toBe(100);
    expect(analysis.score).toBe(analysis.criteria.reduce((sum, { points }) => sum + points, 0));
    expect(
      analysis.criteria.every(({ points, outOf, reason }) => points <= outOf && reason.length > 10),
    ).toBe(true);
    for (const { excerpt } of analysis.transferable) expect(PROFILE).toContain(excerpt);
  });

  it('loses points and a transferable skill when the skill leaves the profile', () => {
    const less = PROFILE.replace('- Gestion des stocks\n', '');
    const [before, after] = [PROFILE, less].map((profile) =>
      given(analyseTransition({ profile, offer: OFFER })),
    );
    expect(after?.score).toBeLessThan(before?.score ?? 0);
    expect(after?.gaps.map(({ skill }) => skill)).toContain('gestion des stocks');
    expect(before?.gaps.map(({ skill }) => skill)).not.toContain('gestion des stocks');
  });

  it('takes what is usual in a trade when there is no offer, and bridges to it', () => {
    const analysis = given(analyseTransition({ profile: PROFILE, position: 'magasinier' }));
    expect(analysis).toMatchObject({ from: 'vendeuse', to: 'magasinière' });
    expect(analysis.transferable.map(({ skill }) => skill)).toContain('gestion des stocks');
    expect(analysis.bridges.length).toBeGreaterThan(0);
  });

  it('starts from the job that lasts, counts the years told, and sees general accounting in accounting', () => {
    const profile = `Boulanger depuis 11 ans.
J’ai été ouvrier boulanger (2013-2018), depuis 2018 je suis responsable de fournil.
Je prépare les factures. CNAM : comptabilité générale, niveau 1.`;
    const analysis = given(
      analyseTransition({
        profile,
        position: 'comptable',
        offer: 'Diplôme : Bac+2',
        thisYear: 2026,
      }),
    );
    expect(analysis.from).toBe('responsable de fournil');
    expect(analysis.transferable.map(({ skill }) => skill)).toEqual([
      'comptabilité',
      'facturation',
    ]);
    const reasons = analysis.criteria.map(({ reason }) => reason).join('\n');
    expect(reasons).toMatch(/1\d années de travail/);
    expect(reasons).toContain('Bac+2');
  });

  it('is refused where nothing describes the target', () => {
    expect(analyseTransition({ profile: PROFILE, position: 'zythologue' })).toMatchObject({
      refused: 'unknown-trade',
    });
    expect(analyseTransition({ profile: PROFILE })).toMatchObject({ refused: 'no-position' });
    expect(analyseTransition({ profile: 'Bonjour.', position: 'vendeur' })).toMatchObject({
      refused: 'too-little-to-write-from',
    });
  });
});

describe('plans', () => {
  it('put forward what the profile proves, and answer what is missing', () => {
    const plan = given(planApplication({ profile: PROFILE, offer: OFFER }));
    for (const { excerpt } of plan.arguments) expect(PROFILE).toContain(excerpt);
    expect(plan.steps.map(({ inDays }) => inDays)).toEqual(
      plan.steps.map(({ inDays }) => inDays).toSorted((a, b) => a - b),
    );
    expect(plan.questions.length).toBeGreaterThan(3);
  });

  it('ask in plain French what was practised and what is known', () => {
    const offer =
      'Comptable (H/F)\nMissions : rapprochement bancaire, paie, maîtrise d’Excel, rigueur.';
    const profile = 'Vendeuse. Je pratique Excel et je suis rigoureuse.';
    expect(given(planApplication({ profile, offer })).questions.slice(0, 4)).toEqual([
      'Où et comment avez-vous pratiqué Excel\u202f?',
      'Quelle situation de votre parcours montre la rigueur\u202f?',
      'Que savez-vous déjà du rapprochement bancaire\u202f?',
      'Que savez-vous déjà de la paie\u202f?',
    ]);
  });

  it('leave no phase of learning to somebody who lacks nothing', () => {
    const profile = `${PROFILE}Tenue de caisse`;
    const titles = (position: string) =>
      given(planRetraining({ profile, position })).phases.map(({ title }) => title);
    expect(titles('caissier')).not.toContain('Se former');
    expect(titles('boulanger')).toContain('Se former');
  });
});

describe('the measures of a letter', () => {
  it('are taken on its text, and null where nothing can be told', () => {
    const text =
      'Madame, le poste de vendeuse chez Maison Verdier demande de la gestion des stocks.';
    expect(measureLetter(text, { offer: OFFER })).toMatchObject({
      words: 14,
      readingSeconds: 4,
      mentionsCompany: true,
      mentionsPosition: true,
      keywords: { covered: ['gestion des stocks'] },
    });
    expect(measureLetter(text, {})).toMatchObject({
      mentionsCompany: null,
      mentionsPosition: null,
    });
    expect(measureLetter(text, { company: 'Verd' }).mentionsCompany).toBe(false);
  });
});
