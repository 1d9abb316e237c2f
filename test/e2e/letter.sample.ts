/** A short letter with what trips careless code: both apostrophes, two dashes, a language's name, an emoji. */
export const letter = `Camille Roux
12 rue des Lilas
69003 Lyon

Madame, Monsieur,

L’équipe d'accueil m'a parlé de ce poste -- j'ai aussi écrit du JavaScript 😀.

Camille Roux`;
