import { packs, type PackId } from '#libs/contracts';
import { counted, fr } from './french.js';
import type { Sentences } from './sentence.js';

type Code =
  | 'ACCOUNT_NOT_FOUND'
  | 'UNKNOWN_ACTION'
  | 'INSUFFICIENT_ENERGY'
  | 'PRICE_CHANGED'
  | 'IDEMPOTENCY_KEY_REUSED';

/** What the hub refuses, with its figures. */
export const energySentences: Sentences<Code> = {
  ACCOUNT_NOT_FOUND: () => ({
    title: 'Compte introuvable',
    detail: 'Ce compte d’énergie n’est pas encore ouvert.',
    detailEn: 'This energy account is not open yet.',
    nextStep: {
      fr: fr`Connectez-vous : la première connexion (POST /api/auth/sign-in) ouvre le compte.`,
      en: 'Sign in: the first sign-in (POST /api/auth/sign-in) opens the account.',
    },
  }),
  UNKNOWN_ACTION: ({ action }) => ({
    title: 'Action inconnue',
    detail: fr`Le catalogue ne contient pas d’action « ${action} ».`,
    detailEn: `The catalogue has no action "${action}".`,
    nextStep: {
      fr: 'Choisissez une action du catalogue (GET /api/luna/energy/catalogue).',
      en: 'Choose an action of the catalogue (GET /api/luna/energy/catalogue).',
    },
  }),
  INSUFFICIENT_ENERGY: ({ required, available, deficit, suggestedPacks }) => ({
    title: 'Énergie insuffisante',
    detail: fr`Cette action demande ${counted(required, 'point')} et vous disposez de ${counted(available, 'point')} : il vous manque ${counted(deficit, 'point')}. Rien n’a été débité.`,
    detailEn: `This action needs ${required} points and ${available} are available: ${deficit} are missing. Nothing was charged.`,
    nextStep: topUp(suggestedPacks[0]),
  }),
  PRICE_CHANGED: ({ expectedCost, cost }) => ({
    title: 'Prix modifié',
    detail: fr`Le prix a changé : vous attendiez ${counted(expectedCost, 'point')}, l’action en demande désormais ${cost}. Rien n’a été débité.`,
    detailEn: `The price has changed: you expected ${expectedCost}, the action now costs ${cost}. Nothing was charged.`,
    nextStep: {
      fr: 'Si ce prix vous convient, renvoyez la demande avec le nouveau prix.',
      en: 'If this price suits you, send the request again with the new price.',
    },
  }),
  IDEMPOTENCY_KEY_REUSED: () => ({
    title: 'Clé déjà utilisée',
    detail: 'Cette clé Idempotency-Key a déjà servi à une autre demande. Rien n’a été débité.',
    detailEn: 'This Idempotency-Key was used for another request. Nothing was charged.',
    nextStep: {
      fr: 'Choisissez une nouvelle clé pour cette nouvelle demande.',
      en: 'Choose a new key for this new request.',
    },
  }),
};

function topUp(pack: string | undefined): { fr: string; en: string } {
  if (pack === undefined || !Object.hasOwn(packs, pack)) {
    return {
      fr: 'Choisissez une action moins coûteuse, ou rechargez votre énergie.',
      en: 'Choose an action that costs less, or top up your energy.',
    };
  }
  const { label } = packs[pack as PackId];
  return {
    fr: fr`Choisissez une action moins coûteuse, ou rechargez votre énergie (« ${label.fr} »).`,
    en: `Choose an action that costs less, or top up your energy ("${label.en}").`,
  };
}
