import { text } from '../values.js';

const mostLines = 2_000;

/** Limited so that reading it stays quick. */
export const documentText = text(200_000)
  .refine(
    (value) => value.split('\n', mostLines + 1).length <= mostLines,
    `has more than ${mostLines} lines`,
  )
  .meta({
    description: `A letter or a CV as its user wrote it: ${mostLines} lines at most.`,
    examples: ['Madame, Monsieur,\n\nJ’aimerais travailler chez vous.\n\nCamille Roux'],
  });
