import { fr } from './french.js';
import type { Sentences } from './sentence.js';

const ask = {
  fr: fr`Consultez l’état du système avec la commande « status ».`,
  en: 'The command `status` says how the system is.',
};

type Code =
  'READ_MODEL_NOT_FOUND' | 'REPLAY_REFUSED' | 'DEAD_LETTER_NOT_FOUND' | 'EVENT_NOT_DROPPABLE';

/** Refusals to whoever runs Phoenix; no user ever meets one. */
export const operatorSentences: Sentences<Code> = {
  READ_MODEL_NOT_FOUND: ({ model }) => ({
    title: 'Modèle de lecture inconnu',
    detail: fr`Il n’existe pas de modèle de lecture « ${model} ».`,
    detailEn: `There is no read model "${model}".`,
    nextStep: ask,
  }),
  DEAD_LETTER_NOT_FOUND: ({ model, sequence }) => ({
    title: 'Événement introuvable',
    detail: model
      ? fr`L’événement ${sequence} n’est pas mis de côté par « ${model} ».`
      : fr`Aucun modèle de lecture ne met de côté l’événement ${sequence}.`,
    detailEn: model
      ? `Event ${sequence} is not kept aside by "${model}".`
      : `No read model keeps event ${sequence} aside.`,
    nextStep: ask,
  }),
  EVENT_NOT_DROPPABLE: ({ sequence }) => ({
    title: 'Événement à conserver',
    detail: fr`Le message ${sequence} est un événement : un modèle de lecture ne peut pas s’en passer.`,
    detailEn: `Message ${sequence} is an event: a read model cannot do without it.`,
    nextStep: ask,
  }),
  REPLAY_REFUSED: ({ model, reason }) => ({
    title: 'Reconstruction refusée',
    detail: fr`La reconstruction de « ${model} » ne peut pas faire cela maintenant (${reason}).`,
    detailEn: `The replay of "${model}" cannot do that now (${reason}).`,
    nextStep: ask,
  }),
};
