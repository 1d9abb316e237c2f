import { Connection, EventStream } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { observer } from '../stack/credentials.mjs';

const log = createLog({ service: 'bench', instance: 'bench', level: 'silent', format: 'json' });

/** The stream, to a process that may do everything; and its end. */
export async function openStream(/** @type {string} */ natsUrl) {
  const seedFile = process.env.OBSERVER_NKEY_SEED_FILE ?? '';
  const own = { caller: observer, name: 'bench', seedFile };
  const connection = await Connection.open({ servers: [natsUrl], ...own, log });
  const stream = await EventStream.open(connection);
  return { connection, stream, log };
}
