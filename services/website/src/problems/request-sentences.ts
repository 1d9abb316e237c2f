import { counted, fr, listed } from './french.js';
import type { Sentences } from './sentence.js';
import { idempotencyHeader } from '../wire/idempotency-key.js';

type Code =
  'INVALID_MESSAGE' | 'PAYLOAD_TOO_LARGE' | 'TEXT_WITHOUT_WORDS' | 'PARTS_GONE' | 'CURSOR_EXPIRED';

const correct = {
  fr: 'Corrigez ce point, puis renvoyez la demande.',
  en: 'Correct it, then send the request again.',
};
const chooseKey = {
  fr: 'Ajoutez l’en-tête Idempotency-Key avec un uuid de votre choix, le même si vous renvoyez la demande.',
  en: 'Add the header Idempotency-Key with a uuid of your choice, the same if you send the request again.',
};

/** What is wrong with the request itself. */
export const requestSentences: Sentences<Code> = {
  INVALID_MESSAGE: ({ issues }) => {
    const named = issues.length > 0 ? issues.map(({ field }) => field) : [''];
    const fields = [...new Set(named)];
    return {
      title: 'Demande non valide',
      detail: fr`La demande n’est pas valide : vérifiez ${listed(fields.map(placeFr))}.`,
      detailEn: `The request is not valid: look at ${fields.map(placeEn).join(', ')}.`,
      nextStep: fields.includes(idempotencyHeader) ? chooseKey : correct,
    };
  },
  PAYLOAD_TOO_LARGE: ({ actualBytes, limitBytes }) => ({
    title: 'Demande trop volumineuse',
    detail: fr`La demande pèse ${counted(actualBytes, 'octet')} ; la limite est de ${counted(limitBytes, 'octet')}.`,
    detailEn: `The request has ${actualBytes} bytes; the limit is ${limitBytes} bytes.`,
    nextStep: {
      fr: 'Raccourcissez le texte, puis renvoyez la demande.',
      en: 'Shorten the text, then send the request again.',
    },
  }),
  TEXT_WITHOUT_WORDS: () => ({
    title: 'Texte sans mots',
    detail: fr`Le texte ne contient aucun mot : rien n’a été enregistré ni débité.`,
    detailEn: 'The text has no word: nothing was kept or charged.',
    nextStep: {
      fr: 'Collez votre texte, puis recommencez.',
      en: 'Paste your text, then try again.',
    },
  }),
  PARTS_GONE: () => ({
    title: 'Suite indisponible',
    detail: 'La suite de cette réponse n’est plus disponible à partir de ce point.',
    detailEn: 'The rest of this answer is not available any more from this point on.',
    nextStep: {
      fr: 'Renvoyez la demande avec la même clé. Elle reprendra au début, sans être payée deux fois.',
      en: 'Send the request again, with the same key: it begins anew, and is not paid twice.',
    },
  }),
  CURSOR_EXPIRED: () => ({
    title: 'Repère de page périmé',
    detail: 'Ce repère de page vient d’un ancien flux d’événements et ne mène plus nulle part.',
    detailEn: 'This page cursor is of an earlier event stream and leads nowhere any more.',
    nextStep: {
      fr: 'Reprenez à la première page, sans le paramètre after.',
      en: 'Begin again at the first page, without the parameter after.',
    },
  }),
};

function placeFr(field: string): string {
  if (field === idempotencyHeader) return `l’en-tête ${field}`;
  return isWhole(field) ? 'le corps de la demande' : fr`le champ « ${field} »`;
}

function placeEn(field: string): string {
  if (field === idempotencyHeader) return `the header ${field}`;
  return isWhole(field) ? 'the body' : field;
}

function isWhole(field: string): boolean {
  return ['', '(body)', '(message)'].includes(field);
}
