import { text } from '../values.js';

const mostCharacters = 30_000;

/** What engines write from, short enough to be read in a moment by any of them. */
export function sourceText(what: string, example: string) {
  return text(mostCharacters).meta({
    description: `${what}, as it stands: ${mostCharacters} characters at most.`,
    examples: [example],
  });
}

const offerExample = `Maison Verdier recherche une vendeuse ou un vendeur (H/F) pour sa boutique de Nantes, en CDI.
Vous assurez l’accueil des clients, la gestion des stocks et l’encaissement. Rigueur indispensable.`;

export const offerText = sourceText('A job offer', offerExample);
