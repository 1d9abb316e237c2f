import { aiProviders, type AiFailureReason } from '#libs/contracts';
import { fr } from './french.js';
import { moment } from './moment.js';
import type { Sentence, Sentences } from './sentence.js';

type Code = 'CONSENT_REQUIRED' | 'AI_UNAVAILABLE' | 'NO_FREE_DRAFT';

type NextStep = Sentence['nextStep'];

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

const noDraft = {
  'nothing-failed': {
    fr: 'Un brouillon n’est offert qu’après une panne du fournisseur, pour la même demande et la même clé Idempotency-Key.',
    en: 'A draft is free only after the provider failed, for the same request and the same Idempotency-Key.',
  },
  over: {
    fr: 'Le brouillon était offert pendant vingt-quatre heures, et ce délai est passé.',
    en: 'The draft was free for twenty-four hours, and they are over.',
  },
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
  AI_UNAVAILABLE: ({ provider, reason, freeDraftUntil }) => ({
    title: 'Rédaction momentanément indisponible',
    detail: fr`${aiProviders[provider]} ${why[reason].fr}. ${nothingCharged.fr}`,
    detailEn: `${aiProviders[provider]} ${why[reason].en}. ${nothingCharged.en}`,
    nextStep: orDraft(reason === 'blocked' ? changeText : tryAgain, freeDraftUntil),
  }),
  NO_FREE_DRAFT: ({ reason }) => ({
    title: 'Pas de brouillon offert',
    detail: fr`${noDraft[reason].fr} Rien n’a été débité.`,
    detailEn: `${noDraft[reason].en} Nothing was charged.`,
    nextStep: {
      fr: 'Renvoyez la demande sans le champ free_draft.',
      en: 'Send the request again without the field free_draft.',
    },
  }),
};

/** The draft of the house is offered with what may help otherwise, where one can be written. */
function orDraft(step: NextStep, until: string | undefined): NextStep {
  if (until === undefined) return step;
  return {
    fr: fr`${step.fr} Ou recevez gratuitement, jusqu’au ${moment(until).fr}, le brouillon de notre propre moteur : renvoyez la même demande avec « free_draft » : true et la même clé Idempotency-Key.`,
    en: `${step.en} Or have the draft of our own engine, free until ${moment(until).en}: send the same request with "free_draft": true and the same Idempotency-Key.`,
  };
}

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
