import { fr } from '../../src/problems/french.js';

const french = {
  title: 'Votre énergie',
  available: (count: number): string => (count >= 2 ? 'disponibles' : 'disponible'),
  frozen: fr`Votre compte est suspendu : rien ne peut être dépensé. Écrivez à l’équipe.`,
  unlimited: fr`Abonnement illimité : vos actions ne coûtent rien jusqu’au`,
  asking: 'Nous demandons votre énergie…',
  unknown: 'Énergie inconnue',
  unknownHint: fr`Rien ne peut être dépensé tant qu’elle n’est pas connue. Elle reviendra d’elle-même ; vous n’avez rien à faire.`,
  balance: 'Solde',
  held: 'Réservés',
};

export const gaugeWords = {
  fr: french,
  en: {
    title: 'Your energy',
    available: () => 'available',
    frozen: 'Your account is frozen: nothing can be spent. Write to the team.',
    unlimited: 'Unlimited subscription: your actions cost nothing until',
    asking: 'Asking for your energy…',
    unknown: 'Energy unknown',
    unknownHint:
      'Nothing can be spent as long as it is not known. It will come back by itself; there is nothing for you to do.',
    balance: 'Balance',
    held: 'Held',
  } satisfies typeof french,
};
