import { fr } from '../../src/problems/french.js';

const french = {
  title: 'Votre historique',
  none: 'Rien encore.',
  asking: 'Nous relisons votre historique…',
  received: 'Énergie reçue',
  spent: 'Énergie dépensée',
  more: 'Voir plus',
  tryAgain: 'Réessayer',
  balance: 'Solde après',
  opening: 'Nous cherchons l’événement…',
  notYet: fr`Cet événement n’est pas encore enregistré : rouvrez la ligne dans un instant.`,
  type: 'Type',
  when: 'Date',
  source: 'Service',
  version: 'Version',
  event: 'Événement',
  correlation: 'Corrélation',
  data: 'Données',
};

export const historyWords = {
  fr: french,
  en: {
    title: 'Your history',
    none: 'Nothing yet.',
    asking: 'Reading your history…',
    received: 'Energy received',
    spent: 'Energy spent',
    more: 'Show more',
    tryAgain: 'Try again',
    balance: 'Balance after',
    opening: 'Looking for the event…',
    notYet: 'This event is not on record yet: open the line again in a moment.',
    type: 'Type',
    when: 'Date',
    source: 'Service',
    version: 'Version',
    event: 'Event',
    correlation: 'Correlation',
    data: 'Data',
  } satisfies typeof french,
};
