import { fr } from './french.js';
import type { Sentences } from './sentence.js';

type Code = 'UNAVAILABLE' | 'TIMED_OUT' | 'OVERLOADED' | 'INVALID_REPLY' | 'INTERNAL';

/** Whether it happened is not known (R14): it is being checked, and no word says that it did not happen. */
const beingChecked = {
  detail: fr`Votre demande est en cours de vérification : la réponse ne nous est pas encore parvenue.`,
  detailEn: 'Your request is being checked: the answer has not reached us yet.',
  nextStep: {
    fr: 'Patientez un instant, puis renvoyez la même demande.',
    en: 'Wait a moment, then send the same request again.',
  },
};

/** Of a request with a key, which alone may have moved energy (R13). */
const beingCheckedUnderKey = {
  detail: `${beingChecked.detail} Rien ne sera débité deux fois.`,
  detailEn: `${beingChecked.detailEn} Nothing will be charged twice.`,
  nextStep: {
    fr: 'Patientez un instant, puis renvoyez la même demande avec la même clé Idempotency-Key.',
    en: 'Wait a moment, then send the same request again with the same Idempotency-Key.',
  },
};

const tryAgain = {
  fr: 'Réessayez dans un instant.',
  en: 'Try again in a moment.',
};
const tellUs = {
  fr: fr`Réessayez plus tard ; si cela se reproduit, communiquez-nous le correlation_id.`,
  en: 'Try again later; if it happens again, tell us the correlation_id.',
};

const checked = (keyed: boolean) => (keyed ? beingCheckedUnderKey : beingChecked);

/** What is not the caller's doing. */
export const troubleSentences: Sentences<Code> = {
  UNAVAILABLE: ({ outcome }, keyed) => ({
    title: 'Service momentanément indisponible',
    ...(outcome === 'unknown'
      ? checked(keyed)
      : {
          detail: 'Le service est momentanément indisponible.',
          detailEn: 'The service is unavailable for the moment.',
          nextStep: tryAgain,
        }),
  }),
  TIMED_OUT: ({ outcome }, keyed) => ({
    title: 'Réponse en retard',
    ...(outcome === 'unknown'
      ? checked(keyed)
      : {
          detail: 'La réponse n’est pas arrivée à temps.',
          detailEn: 'The answer did not come in time.',
          nextStep: tryAgain,
        }),
  }),
  OVERLOADED: () => ({
    title: 'Trop de demandes à la fois',
    detail: 'Le service reçoit en ce moment plus de demandes qu’il ne peut en traiter.',
    detailEn: 'The service has more requests than it can take at the moment.',
    nextStep: tryAgain,
  }),
  INVALID_REPLY: () => ({
    title: 'Réponse inattendue',
    detail: 'L’un de nos services a donné une réponse inattendue. L’incident est enregistré.',
    detailEn: 'One of our services gave an unexpected answer. The incident is on record.',
    nextStep: tellUs,
  }),
  INTERNAL: () => ({
    title: 'Erreur interne',
    detail: 'Une erreur s’est produite de notre côté. L’incident est enregistré.',
    detailEn: 'Something went wrong on our side. The incident is on record.',
    nextStep: tellUs,
  }),
};
