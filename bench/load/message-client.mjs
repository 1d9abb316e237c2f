import { Connection, MessageClient } from '#libs/messaging';
import { createLog } from '#libs/telemetry';

/** A client of ours that asks in the website's name. */
export async function openClient(
  /** @type {{ natsUrl: string, seedFile?: string }} */ {
    natsUrl,
    seedFile = process.env.NATS_NKEY_SEED_FILE ?? '',
  },
) {
  const log = createLog({ service: 'website', instance: 'load', level: 'silent', format: 'json' });
  const own = { caller: 'website', name: 'load', seedFile };
  const connection = await Connection.open({ servers: [natsUrl], ...own, log });
  return { client: new MessageClient(connection, 'website'), close: () => connection.close() };
}
