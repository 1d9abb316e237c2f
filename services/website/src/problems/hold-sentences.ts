import { counted, fr } from './french.js';
import { moment } from './moment.js';
import type { Sentences } from './sentence.js';

type Code = 'HOLD_NOT_FOUND' | 'HOLD_EXPIRED' | 'HOLD_ALREADY_SETTLED' | 'CAPTURE_EXCEEDS_HOLD';

const newRequest = {
  fr: fr`Relancez la demande : une nouvelle réservation sera faite.`,
  en: 'Ask again: a new reservation will be made.',
};

/** What becomes of points that were reserved for work in progress. */
export const holdSentences: Sentences<Code> = {
  HOLD_NOT_FOUND: () => ({
    title: 'Réservation introuvable',
    detail: 'Aucune réservation de points ne porte cet identifiant sur ce compte.',
    detailEn: 'This account has no reservation of points with this id.',
    nextStep: newRequest,
  }),
  HOLD_EXPIRED: ({ expiredAt }) => ({
    title: 'Réservation expirée',
    detail: fr`La réservation a expiré le ${moment(expiredAt).fr}. Ses points ont été rendus et rien n’a été débité.`,
    detailEn: `The reservation expired on ${moment(expiredAt).en}. Its points were returned and nothing was charged.`,
    nextStep: newRequest,
  }),
  HOLD_ALREADY_SETTLED: ({ state }) => ({
    title: 'Réservation déjà soldée',
    detail:
      state === 'captured'
        ? 'Cette réservation a déjà été débitée, une seule fois.'
        : 'Cette réservation a déjà été rendue. Rien n’a été débité.',
    detailEn:
      state === 'captured'
        ? 'This reservation was already charged, once.'
        : 'This reservation was already returned. Nothing was charged.',
    nextStep: {
      fr: 'Consultez vos opérations (GET /api/luna/energy/entries).',
      en: 'Look at your entries (GET /api/luna/energy/entries).',
    },
  }),
  CAPTURE_EXCEEDS_HOLD: ({ held, asked }) => ({
    title: 'Débit supérieur à la réservation',
    detail: fr`La réservation est de ${counted(held, 'point')} : impossible d’en débiter ${asked}. Rien n’a été débité.`,
    detailEn: `The reservation is of ${held} points: ${asked} cannot be charged. Nothing was charged.`,
    nextStep: {
      fr: 'Débitez au plus le montant réservé.',
      en: 'Charge at most what was reserved.',
    },
  }),
};
