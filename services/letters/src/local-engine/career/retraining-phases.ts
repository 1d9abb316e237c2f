import { setInFrench } from '../letter/typography.js';
import type { Demand } from './demands.js';

export interface RetrainingPhase {
  title: string;
  months: number;
  goal: string;
  actions: string[];
}

const MOST_MONTHS = 12;

/** Verify, learn, begin; learning takes a month for each craft that is missing, and is left out when none is. */
export function retrainingPhases(missing: readonly Demand[]): RetrainingPhase[] {
  const crafts = missing.filter(({ skill }) => skill.kind === 'hard');
  const learning: RetrainingPhase = {
    title: 'Se former',
    months: Math.min(MOST_MONTHS, crafts.length + 1),
    goal: 'Acquérir ce qui manque, en commençant par ce qui est exigé.',
    actions: [
      ...crafts.slice(0, 5).map(({ skill }) => `Travaillez ce point : ${skill.name}.`),
      'Gardez une trace de chaque exercice : elle servira de preuve en entretien.',
    ],
  };
  const phases: RetrainingPhase[] = [
    {
      title: 'Vérifier le projet',
      months: 1,
      goal: 'Savoir si le métier réel vous convient avant d’engager du temps.',
      actions: [
        'Interrogez deux personnes qui exercent le métier.',
        'Demandez une immersion de quelques jours en entreprise.',
        'Prenez rendez-vous avec un conseiller en évolution professionnelle.',
      ],
    },
    ...(crafts.length > 0 ? [learning] : []),
    {
      title: 'Commencer',
      months: 2,
      goal: 'Obtenir un premier contrat ou une première mission.',
      actions: [
        'Envoyez des candidatures ciblées, avec vos acquis transférables en tête.',
        'Acceptez un remplacement ou une mission courte si elle est dans le métier.',
      ],
    },
  ];
  return phases.map((phase) => ({ ...phase, actions: phase.actions.map(setInFrench) }));
}
