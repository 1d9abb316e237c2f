import { fr } from '../../src/problems/french.js';

const french = {
  title: 'Changer de métier, sans y laisser toutes ses forces',
  promise:
    'Phoenix relit la mise en forme de vos lettres selon les usages français. Vous voyez le prix avant, le reçu après.',
  howTitle: 'Entrer',
  how: fr`On entre ici par un lien personnel, valable une seule fois. En développement, demandez-en un dans un terminal :`,
  refusedTitle: 'Ce lien n’ouvre plus la porte',
  refusedHint: fr`Un lien ne sert qu’une fois, et pendant quelques minutes seulement. Demandez-en un nouveau :`,
  awayTitle: 'Phoenix ne répond pas',
  tryAgain: 'Réessayer',
  asking: 'Un instant…',
  signOut: 'Se déconnecter',
};

export const signInWords = {
  fr: french,
  en: {
    title: 'Change careers without spending all your strength on it',
    promise:
      'Phoenix checks the format of your letters by French conventions. You see the price before, the receipt after.',
    howTitle: 'Come in',
    how: 'You come in by a personal link that works once. In development, ask for one in a terminal:',
    refusedTitle: 'This link does not open the door any more',
    refusedHint: 'A link works once, and for a few minutes only. Ask for a new one:',
    awayTitle: 'Phoenix does not answer',
    tryAgain: 'Try again',
    asking: 'One moment…',
    signOut: 'Sign out',
  } satisfies typeof french,
};
