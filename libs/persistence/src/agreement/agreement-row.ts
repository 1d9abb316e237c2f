/**
 * How this start of Postgres stands to the event stream. `agreed`: as new as it, or there was never one. `unknown`: the
 * stream that it should be compared with is missing. `behind`: the stream holds events of the service that its Postgres
 * does not know. `catching-up`: they are being taken over.
 */
export interface OutboxAgreement {
  readonly state: 'agreed' | 'unknown' | 'behind' | 'catching-up';
  /** Of the stream that was compared with; null when there was none. */
  readonly epoch: string | null;
  /** Up to this sequence both tell the same. */
  readonly agreedUpTo: number | null;
  /** What keeps them from agreeing, and what to do; null when they agree. */
  readonly problem: string | null;
}

/** The table's own number tells a database that was made anew while the server ran. */
const thisServer = `(extract(epoch FROM pg_postmaster_start_time())::text || ' ' || 'outbox'::regclass::oid)`;

/** No row: this start of the server was not compared yet. */
export const readAgreement = {
  name: 'read-agreement',
  text: `SELECT state, epoch, agreed_up_to::float8 AS "agreedUpTo", problem
         FROM outbox_agreement WHERE server = ${thisServer}`,
};

/** Writes down what was found; $5: only where nothing better is known of this start of the server. */
export const writeAgreement = {
  name: 'write-agreement',
  text: `INSERT INTO outbox_agreement AS own (server, state, epoch, agreed_up_to, problem)
         VALUES (${thisServer}, $1, $2, $3, $4)
         ON CONFLICT (singleton) DO UPDATE
           SET server = excluded.server, state = excluded.state, epoch = coalesce(excluded.epoch, own.epoch),
               agreed_up_to = excluded.agreed_up_to, problem = excluded.problem
           WHERE (own.server <> excluded.server OR own.state = 'unknown' OR NOT $5)
             AND (own.server, own.state, own.epoch, own.agreed_up_to, own.problem) IS DISTINCT FROM
                 (excluded.server, excluded.state, coalesce(excluded.epoch, own.epoch), excluded.agreed_up_to,
                  excluded.problem)`,
};

/** Whatever the server: the stream that this Postgres last agreed with, also before it was put back. */
export const readKnownEpoch = {
  name: 'read-known-epoch',
  text: 'SELECT epoch FROM outbox_agreement',
};

/** Asks the relay to take over what is missing; nothing where nothing is. */
export const askForCatchUp = {
  name: 'ask-for-catch-up',
  text: `UPDATE outbox_agreement SET state = 'catching-up', problem = $1
         WHERE server = ${thisServer} AND state = 'behind'`,
};
