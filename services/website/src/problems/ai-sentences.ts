import { aiProviders, type AiFailureReason } from '#libs/contracts';
import { fr } from './french.js';
import type { Sentences } from './sentence.js';

type Code = 'CONSENT_REQUIRED' | 'AI_UNAVAILABLE';

const nothingCharged = {
  fr: fr`Rien n’a été débité : l’énergie réservée vous est rendue.`,
  en: 'Nothing was charged: the energy that was held is yours again.',
};

const tryAgain = {
  fr: 'Réessayez dans un instant.',
  en: 'Try again in a moment.',
};

const changeText = {
  fr: 'Modifiez le texte, puis réessayez.',
  en: 'Change the text, then try again.',
};

/** What is said of work that an outside provider does. */
export const aiSentences: Sentences<Code> = {
  CONSENT_REQUIRED: ({ provider }) => ({
    title: 'Accord nécessaire',
    detail: fr`Pour cette action, votre texte serait envoyé à ${aiProviders[provider]}, et vous n’avez pas encore donné votre accord. Rien n’a été envoyé ni débité.`,
    detailEn: `For this action your text would be sent to ${aiProviders[provider]}, and you have not agreed to that yet. Nothing was sent or charged.`,
    nextStep: {
      fr: fr`Donnez votre accord une fois (PUT /api/letters/agreements/${provider}), puis renvoyez la demande.`,
      en: `Agree once (PUT /api/letters/agreements/${provider}), then send the request again.`,
    },
  }),
  AI_UNAVAILABLE: ({ provider, reason }) => ({
    title: 'Rédaction momentanément indisponible',
    detail: fr`${aiProviders[provider]} ${why[reason].fr}. ${nothingCharged.fr}`,
    detailEn: `${aiProviders[provider]} ${why[reason].en}. ${nothingCharged.en}`,
    nextStep: reason === 'blocked' ? changeText : tryAgain,
  }),
};

const noUsableAnswer = { fr: 'n’a pas donné de réponse utilisable', en: 'gave no usable answer' };
const busy = { fr: 'reçoit trop de demandes en ce moment', en: 'has too many requests right now' };
const silent = { fr: 'ne répond pas', en: 'does not answer' };

const why: Readonly<Record<AiFailureReason, { readonly fr: string; readonly en: string }>> = {
  unreachable: silent,
  failing: silent,
  'timed-out': silent,
  'rate-limited': busy,
  refused: noUsableAnswer,
  'wrong-answer': noUsableAnswer,
  blocked: { fr: 'refuse de travailler sur ce texte', en: 'refuses to work on this text' },
};
