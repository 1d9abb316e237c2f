import type { DetailsOf } from '#libs/contracts';
import { fr } from './french.js';
import type { Sentences } from './sentence.js';

type Code =
  | 'WORK_UNDER_WAY'
  | 'WORK_NOT_DONE'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_CHANGED'
  | 'NOTHING_TO_CORRECT';

const why: Record<DetailsOf<'WORK_NOT_DONE'>['reason'], { fr: string; en: string }> = {
  failed: { fr: 'Le travail n’a pas abouti', en: 'The work failed' },
  'timed-out': {
    fr: 'Le travail n’était pas terminé dans le temps prévu',
    en: 'The work was not done in the time it has',
  },
  refused: { fr: 'Le travail a été refusé', en: 'The work was refused' },
  cancelled: { fr: 'Le travail a été annulé', en: 'The work was cancelled' },
  abandoned: {
    fr: 'Le service s’est arrêté avant la fin du travail',
    en: 'The service stopped before the work was done',
  },
};

/** What becomes of paid work that takes time, and of the documents that it leaves. */
export const workSentences: Sentences<Code> = {
  WORK_UNDER_WAY: () => ({
    title: 'Travail en cours',
    detail: fr`Cette demande est déjà en cours de traitement : elle ne sera débitée qu’une fois.`,
    detailEn: 'This request is being worked on already: it will be charged only once.',
    nextStep: {
      fr: 'Renvoyez la même demande dans un instant, avec la même clé Idempotency-Key.',
      en: 'Send the same request again in a moment, with the same Idempotency-Key.',
    },
  }),
  WORK_NOT_DONE: ({ reason }) => ({
    title: 'Travail non effectué',
    detail: fr`${why[reason].fr} : rien n’a été débité, les points réservés vous sont rendus.`,
    detailEn: `${why[reason].en}: nothing was charged, the reserved points come back to you.`,
    nextStep: {
      fr: 'Relancez la demande, avec la même clé Idempotency-Key si vous le souhaitez.',
      en: 'Ask again, with the same Idempotency-Key if you like.',
    },
  }),
  DOCUMENT_NOT_FOUND: () => ({
    title: 'Document introuvable',
    detail: 'Aucun de vos documents ne porte cet identifiant, ou il a été supprimé.',
    detailEn: 'None of your documents has this id, or it was deleted.',
    nextStep: {
      fr: 'Consultez la liste de vos lettres (GET /api/letters).',
      en: 'Look at the list of your letters (GET /api/letters).',
    },
  }),
  DOCUMENT_CHANGED: ({ expectedVersion, version }) => ({
    title: 'Document modifié entre-temps',
    detail: fr`Vous avez modifié la version ${expectedVersion}, et ce document en est à la version ${version}. Rien n’a été enregistré.`,
    detailEn: `You changed version ${expectedVersion}, and this document is at version ${version}. Nothing was saved.`,
    nextStep: {
      fr: 'Relisez la version actuelle, reportez-y vos changements, puis recommencez.',
      en: 'Read the present version, make your changes in it, then try again.',
    },
  }),
  NOTHING_TO_CORRECT: () => ({
    title: 'Rien à corriger',
    detail: fr`Ce passage ne contient rien que nous puissions corriger à coup sûr : rien n’a été débité.`,
    detailEn: 'There is nothing in this passage that is certain to be wrong: nothing was charged.',
    nextStep: {
      fr: 'Choisissez un autre passage, ou demandez une vérification de la lettre entière.',
      en: 'Choose another passage, or ask for a check of the whole letter.',
    },
  }),
};
