/** What to do where the event stream is not the one that the outboxes were published to. */
export const restoreStream =
  'Nothing is lost: every service keeps its events in its outbox. Keep the data folders as they are and restore the stream (`npm run phoenix -- stream restore`).';

/** What to do where Postgres is older than the event stream. */
export const catchUpLedger =
  'Keep the data folders as they are, and restore a newer copy of Postgres or take over what the stream holds (`npm run phoenix -- ledger catch-up`, from the version that has it).';

/** What is wrong and what to do when the event stream was there and is not any more. */
export const streamMissing = `The event stream is missing. ${restoreStream}`;
