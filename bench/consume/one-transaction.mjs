import { Pool } from 'pg';
import { catalogue, catalogueVersion, consumeEnergy } from '#libs/contracts';
import { EventStream, StoredReply } from '#libs/messaging';
import { PersistenceModule } from '#libs/persistence';
import { startHub } from '../hub/start-hub.mjs';
import { callFunction } from './one-transaction-sql.mjs';
import { relayWaker } from './wake-relay.mjs';

/** By key, as the hub's own connections: a plan made while the tables were empty must not stay when they are full. */
const byKeyOnly = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';
const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 16,
  options: `-c search_path=hub ${byKeyOnly}`,
});
const wake = relayWaker(pool);

/** The peer: the same schema, rows, event and relay as the hub, one transaction a request. */
await startHub({
  contract: consumeEnergy,
  async handler({ action, idempotencyKey }, call) {
    const { correlationId, causationId, traceparent } = call.cause();
    const { rows } = await pool.query({
      name: 'consume',
      text: callFunction,
      values: [
        call.userId,
        idempotencyKey,
        call.fingerprint(),
        action,
        catalogue[/** @type {keyof typeof catalogue} */ (action)].cost,
        catalogueVersion,
        correlationId,
        causationId,
        traceparent,
      ],
    });
    const { answer, replayed, refused } = rows[0];
    if (refused) throw new Error(`The benchmark's accounts cover everything, but: ${refused}`);
    wake();
    return new StoredReply(answer, replayed);
  },
  persistence: (config, log) =>
    PersistenceModule.forService({
      service: 'hub',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations: [],
      stream: EventStream,
      log,
    }),
});
