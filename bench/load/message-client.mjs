import { Connection, MessageClient } from '#libs/messaging';
import { createLog } from '#libs/telemetry';

/** A client of ours that asks in the website's name. */
export async function openClient(/** @type {{ natsUrl: string }} */ { natsUrl }) {
  const log = createLog({ service: 'website', instance: 'load', level: 'silent', format: 'json' });
  const connection = await Connection.open({ servers: [natsUrl], name: 'website-load', log });
  return { client: new MessageClient(connection, 'website'), close: () => connection.close() };
}
