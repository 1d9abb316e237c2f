/** The connection was lost while committing: the change is there whole, or not at all. Look its key up (R9). */
export class CommitOutcomeUnknown extends Error {
  override readonly name = 'CommitOutcomeUnknown';

  constructor(cause: unknown) {
    super(
      'The connection to Postgres was lost at COMMIT, so that the outcome is unknown. Look the change up by its key before doing it again.',
      { cause },
    );
  }
}
