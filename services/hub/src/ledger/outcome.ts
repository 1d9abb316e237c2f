import type { Answer } from './submission.js';

/** What came of one submission of a batch. */
export type Outcome =
  | { readonly answer: Answer }
  /** Its own fault: nobody else's business. */
  | { readonly error: unknown }
  /** The account's row has to be made first; it is decided with the next batch. */
  | 'later';
