import { fr } from './french.js';
import type { Sentences } from './sentence.js';

const ask = {
  fr: fr`Consultez l’état du système avec la commande « status ».`,
  en: 'The command `status` says how the system is.',
};

/** Refusals to whoever runs Phoenix; no user ever meets one. */
export const operatorSentences: Sentences<'READ_MODEL_NOT_FOUND' | 'REPLAY_REFUSED'> = {
  READ_MODEL_NOT_FOUND: ({ model }) => ({
    title: 'Modèle de lecture inconnu',
    detail: fr`Il n’existe pas de modèle de lecture « ${model} ».`,
    detailEn: `There is no read model "${model}".`,
    nextStep: ask,
  }),
  REPLAY_REFUSED: ({ model, reason }) => ({
    title: 'Reconstruction refusée',
    detail: fr`La reconstruction de « ${model} » ne peut pas faire cela maintenant (${reason}).`,
    detailEn: `The replay of "${model}" cannot do that now (${reason}).`,
    nextStep: ask,
  }),
};
