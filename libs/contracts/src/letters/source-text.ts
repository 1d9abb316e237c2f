import { text } from '../values.js';

const mostCharacters = 30_000;

/** What engines write from, short enough to be read in a moment by any of them. */
function sourceText(what: string, example: string) {
  return text(mostCharacters).meta({
    description: `${what}, as it stands: ${mostCharacters} characters at most.`,
    examples: [example],
  });
}

const offerExample = `Maison Verdier recherche une vendeuse ou un vendeur (H/F) pour sa boutique de Nantes, en CDI.
Vous assurez l’accueil des clients, la gestion des stocks et l’encaissement. Rigueur indispensable.`;

export const offerText = sourceText('A job offer', offerExample);

const experienceExample = `Camille Rousselin
69003 Lyon

EXPÉRIENCES
2018-2024 : Vendeuse, Filature des Monts, Lyon
- Accueil et conseil des clients
- Gestion des stocks
- Encadrement de deux apprenties
- Augmentation du panier moyen de 15 %
2014-2018 : Caissière, Comptoir Merlin, Oullins
- Encaissement
- Mise en rayon

J’ai aussi tenu la boutique en ligne de l’atelier pendant deux saisons. Mes collègues m’appellent quand une vitrine reste à faire. Je souhaite rejoindre une maison qui fabrique ce qu’elle vend.

COMPÉTENCES
Soudure, rigueur, anglais (B1)`;

export const experienceText = sourceText(
  'What the user has done, as told or as in a CV',
  experienceExample,
);

export const companyText = text(200)
  .meta({ examples: ['Maison Verdier'] })
  .describe('Without it, the one that the offer names.');

export const positionText = text(200).meta({
  description: 'The position or trade aimed at; blank, the one that the offer names.',
  examples: ['vendeuse'],
});

/** What work on a change of career is told: where from, and where to. */
export const careerChange = {
  experience: experienceText,
  position: positionText,
  offer: offerText.optional(),
};
