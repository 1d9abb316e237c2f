import { refundDays } from '#libs/contracts';
import { counted, fr } from './french.js';
import type { Sentence, Sentences } from './sentence.js';

type Code = 'ENTRY_NOT_FOUND' | 'REFUND_NOT_ELIGIBLE' | 'ALREADY_REFUNDED' | 'REFUND_REVIEW';

const writeToUs = {
  fr: 'Écrivez à l’équipe si vous pensez que ces points vous sont dus.',
  en: 'Write to the team if you think that these points are yours.',
};

const notEligible: Record<string, Pick<Sentence, 'detail' | 'detailEn'>> = {
  'action-not-refundable': {
    detail: 'Cette action n’est pas remboursable.',
    detailEn: 'This action is not refundable.',
  },
  'too-late': {
    detail: fr`Une action se rembourse dans les ${counted(refundDays, 'jour')} ; ce délai est passé.`,
    detailEn: `An action can be refunded within ${refundDays} days, which are over.`,
  },
  free: {
    detail: 'Cette action n’a rien coûté.',
    detailEn: 'This action cost nothing.',
  },
};

/** Why points do not come back. */
export const refundSentences: Sentences<Code> = {
  ENTRY_NOT_FOUND: () => ({
    title: 'Opération introuvable',
    detail: 'Votre compte ne contient pas d’opération de ce genre avec cet identifiant.',
    detailEn: 'Your account has no such entry with this id.',
    nextStep: {
      fr: 'Choisissez une opération de la liste (GET /api/luna/energy/entries).',
      en: 'Choose an entry of the list (GET /api/luna/energy/entries).',
    },
  }),
  REFUND_NOT_ELIGIBLE: ({ reason }) => ({
    title: 'Remboursement impossible',
    ...notEligible[reason]!,
    nextStep: writeToUs,
  }),
  ALREADY_REFUNDED: () => ({
    title: 'Déjà remboursé',
    detail: 'Cette action a déjà été remboursée.',
    detailEn: 'This action was already refunded.',
    nextStep: {
      fr: 'Consultez votre solde (GET /api/luna/energy/balance).',
      en: 'Look at your balance (GET /api/luna/energy/balance).',
    },
  }),
  REFUND_REVIEW: ({ refunds, days }) => ({
    title: 'Remboursement à examiner',
    detail: fr`Vous avez obtenu ${counted(refunds, 'remboursement')} en ${counted(days, 'jour')} : le suivant est examiné par l’équipe.`,
    detailEn: `You had ${refunds} refunds in ${days} days: staff look at the next one.`,
    nextStep: {
      fr: 'Écrivez à l’équipe, qui pourra rembourser cette action.',
      en: 'Write to the team, who can refund this action.',
    },
  }),
};
