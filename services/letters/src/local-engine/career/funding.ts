import type { ProfileReading } from '#libs/career-french';
import type { ReadTarget } from './demands.js';

export interface Funding {
  scheme:
    | 'cpf'
    | 'projet-de-transition-professionnelle'
    | 'bilan-de-competences'
    | 'conseil-en-evolution-professionnelle'
    | 'validation-des-acquis'
    | 'aide-individuelle-a-la-formation'
    | 'alternance'
    | 'immersion-professionnelle';
  reason: string;
}

/** Schemes to ask about; those that depend on the situation only where the profile tells it. */
export function fundingFor(
  { experiences, trades }: ProfileReading,
  { trade }: ReadTarget,
): Funding[] {
  const employed = experiences.some(({ period }) => period?.lasting);
  const near = trade !== undefined && trades.some(({ value }) => value.family === trade.family);
  return [
    {
      scheme: 'conseil-en-evolution-professionnelle',
      reason: 'Gratuit et ouvert à tous : un conseiller aide à bâtir le projet et son financement.',
    },
    {
      scheme: 'cpf',
      reason:
        'Vos droits acquis paient une formation certifiante ; consultez leur montant sur le site officiel.',
    },
    {
      scheme: 'immersion-professionnelle',
      reason: 'Quelques jours en entreprise pour vérifier le métier, sans quitter votre statut.',
    },
    ...(employed
      ? [
          {
            scheme: 'projet-de-transition-professionnelle',
            reason:
              'Votre parcours indique un emploi en cours : ce dispositif peut maintenir la rémunération pendant une formation longue.',
          } as const,
        ]
      : [
          {
            scheme: 'aide-individuelle-a-la-formation',
            reason:
              'Si vous êtes sans emploi, France Travail peut compléter le financement d’une formation.',
          } as const,
        ]),
    ...(near
      ? [
          {
            scheme: 'validation-des-acquis',
            reason:
              'Vous avez exercé dans la même famille de métiers : une partie du diplôme peut être validée par l’expérience.',
          } as const,
        ]
      : []),
  ];
}
