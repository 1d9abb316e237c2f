import { text } from '../values.js';

const mostLines = 2_000;

/** A letter or a CV as its user wrote it: 200,000 characters and 2,000 lines at most, so that reading it stays quick. */
export const documentText = text(200_000).refine(
  (value) => value.split('\n', mostLines + 1).length <= mostLines,
  `has more than ${mostLines} lines`,
);
