import type { RetrainingPlan } from '#libs/contracts';
import { explained, inBlocks, list, saidOnce, withWords } from '../engine-work/blocks.js';

const schemeNames: Record<RetrainingPlan['funding'][number]['scheme'], string> = {
  cpf: 'Compte personnel de formation (CPF)',
  'projet-de-transition-professionnelle': 'Projet de transition professionnelle',
  'bilan-de-competences': 'Bilan de compétences',
  'conseil-en-evolution-professionnelle': 'Conseil en évolution professionnelle',
  'validation-des-acquis': 'Validation des acquis de l’expérience (VAE)',
  'aide-individuelle-a-la-formation': 'Aide individuelle à la formation',
  alternance: 'Alternance',
  'immersion-professionnelle': 'Immersion professionnelle',
};

/** Of all phases together. */
export function monthsOf({ phases }: RetrainingPlan): number {
  return phases.reduce((sum, { months }) => sum + months, 0);
}

/** A plan as a document to read, in French. */
export function setOut(plan: RetrainingPlan): string {
  const { to, summary, assets, toLearn, phases, funding } = plan;
  return inBlocks(
    'Plan de reconversion',
    `Métier visé\u00a0: ${to}\nDurée\u00a0: environ ${monthsOf(plan)}\u00a0mois`,
    summary,
    list(
      'Acquis sur lesquels s’appuyer',
      assets.map(({ skill, excerpt }) => withWords(skill, excerpt)),
    ),
    list(
      'Ce qui reste à apprendre',
      toLearn.map(({ skill, reason }) => explained(skill, reason)),
    ),
    list(
      'Comment l’apprendre',
      saidOnce(toLearn.map(({ skill, how }) => ({ of: skill, said: how }))),
    ),
    ...phases.map(({ title, months, goal, actions }) =>
      list(explained(`${title} (${months}\u00a0mois)`, goal), actions),
    ),
    list(
      'Dispositifs à demander',
      funding.map(({ scheme, reason }) => explained(schemeNames[scheme], reason)),
    ),
  );
}
