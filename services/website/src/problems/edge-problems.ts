import { maxHeaderSize } from 'node:http';
import { counted, fr } from './french.js';
import type { Sentence } from './sentence.js';

/** Problems that only HTTP has, by status; they never cross a service boundary. */
export const edgeProblems: Readonly<Record<number, { code: string; sentence: Sentence }>> = {
  404: {
    code: 'NOT_FOUND',
    sentence: {
      title: 'Adresse inconnue',
      detail: 'Rien ne répond à cette adresse avec cette méthode HTTP.',
      detailEn: 'Nothing answers at this address with this HTTP method.',
      nextStep: {
        fr: 'Vérifiez l’adresse et la méthode.',
        en: 'Check the address and the method.',
      },
    },
  },
  408: {
    code: 'REQUEST_TIMEOUT',
    sentence: {
      title: 'Demande incomplète',
      detail: 'La demande n’est pas arrivée en entier à temps.',
      detailEn: 'The request did not arrive as a whole in time.',
      nextStep: {
        fr: 'Vérifiez votre connexion, puis renvoyez la demande.',
        en: 'Check your connection, then send the request again.',
      },
    },
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    sentence: {
      title: 'Format non pris en charge',
      detail: 'Le corps d’une demande doit être en JSON.',
      detailEn: 'The body of a request must be JSON.',
      nextStep: {
        fr: 'Envoyez du JSON, avec application/json dans l’en-tête Content-Type.',
        en: 'Send JSON, with application/json in the header Content-Type.',
      },
    },
  },
  429: {
    code: 'TOO_MANY_PAGES',
    sentence: {
      title: 'Trop de pages ouvertes',
      detail: 'Vous suivez déjà votre énergie dans plusieurs pages ouvertes.',
      detailEn: 'You are watching your energy in several open pages already.',
      nextStep: {
        fr: 'Fermez une autre page Phoenix, puis rechargez celle-ci.',
        en: 'Close another page of Phoenix, then reload this one.',
      },
    },
  },
  431: {
    code: 'HEADERS_TOO_LARGE',
    sentence: {
      title: 'En-têtes trop volumineux',
      detail: fr`L’adresse et les en-têtes de la demande dépassent la limite de ${counted(maxHeaderSize, 'octet')}.`,
      detailEn: `The address and headers of the request are larger than the limit of ${maxHeaderSize} bytes.`,
      nextStep: {
        fr: 'Retirez les cookies et les en-têtes inutiles, puis renvoyez la demande.',
        en: 'Leave out cookies and headers that are not needed, then send the request again.',
      },
    },
  },
};

/** Any other request that HTTP itself cannot make sense of. */
export const unreadable = {
  code: 'BAD_REQUEST',
  sentence: {
    title: 'Demande illisible',
    detail: 'La demande n’a pas pu être lue.',
    detailEn: 'The request could not be read.',
    nextStep: {
      fr: 'Vérifiez l’adresse, les en-têtes et le corps, puis renvoyez la demande.',
      en: 'Check the address, the headers and the body, then send the request again.',
    },
  },
} satisfies { code: string; sentence: Sentence };

/** A body that was cut off at the limit: nobody knows how long it would have been. */
export function endlessBody(limitBytes: number): { code: string; sentence: Sentence } {
  const sentence = {
    title: 'Demande trop volumineuse',
    detail: fr`La demande dépasse la limite de ${counted(limitBytes, 'octet')}.`,
    detailEn: `The request is larger than the limit of ${limitBytes} bytes.`,
    nextStep: {
      fr: 'Raccourcissez le texte, puis renvoyez la demande.',
      en: 'Shorten the text, then send the request again.',
    },
  };
  return { code: 'PAYLOAD_TOO_LARGE', sentence };
}
