import { workplaceNamed } from '#libs/career-french';
import { setInFrench } from '../letter/typography.js';

export interface ApplicationStep {
  title: string;
  /** Days from now. */
  inDays: number;
  actions: string[];
}

interface Facts {
  company: string | undefined;
  covered: number;
  missing: number;
}

/** The usual course of an application; steps that the facts do not call for are left out. */
export function applicationSteps({ company, covered, missing }: Facts): ApplicationStep[] {
  const steps: ApplicationStep[] = [
    {
      title: 'Préparer',
      inDays: 0,
      actions: [
        company
          ? `Lisez le site ${workplaceNamed(company).of} et notez deux faits qui vous parlent.`
          : 'Cherchez le nom de l’employeur et ce qu’il fait.',
        ...(covered > 0
          ? ['Pour chaque argument, notez un exemple : où, quand, avec quel résultat.']
          : []),
      ],
    },
    {
      title: 'Écrire et relire',
      inDays: 1,
      actions: [
        'Écrivez la lettre et adaptez le CV aux mots de l’annonce.',
        'Faites relire les deux par quelqu’un qui ne connaît pas le métier.',
      ],
    },
    {
      title: 'Envoyer',
      inDays: 2,
      actions: [
        'Envoyez lettre et CV en PDF, avec l’intitulé du poste dans l’objet.',
        'Notez la date d’envoi et le nom de la personne.',
      ],
    },
    ...(missing > 0
      ? [
          {
            title: 'Combler',
            inDays: 4,
            actions: [
              'Préparez une réponse franche pour chaque point faible, avec ce que vous avez commencé pour le combler.',
            ],
          },
        ]
      : []),
    {
      title: 'Relancer',
      inDays: 10,
      actions: [
        'Sans réponse, téléphonez ou écrivez trois lignes : rappelez le poste et votre disponibilité.',
      ],
    },
    {
      title: 'S’entraîner à l’entretien',
      inDays: 12,
      actions: [
        'Répondez à voix haute aux questions ci-dessous, deux minutes chacune.',
        'Préparez trois questions à poser.',
      ],
    },
  ];
  return steps.map((step) => ({ ...step, actions: step.actions.map(setInFrench) }));
}
