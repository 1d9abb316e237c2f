/** What to do where the event stream is not the one that the outboxes were published to. */
export const restoreStream =
  'Nothing is lost: every service keeps its events in its outbox. Keep the data folders as they are and restore the stream (`npm run phoenix -- stream restore`).';

/** What to do where Postgres is older than the event stream. */
export const catchUpLedger =
  'No change is taken until its tables have caught up: `npm run phoenix -- ledger catch-up`.';

/** The same for a service that puts its events back by itself, where its Postgres never belonged to this stream. */
export const catchUpByItself =
  'This Postgres never belonged to this stream: check DATABASE_URL and NATS_URL, or put back a backup that did.';

/** What is wrong and what to do when the event stream was there and is not any more. */
export const streamMissing = `The event stream is missing. ${restoreStream}`;
