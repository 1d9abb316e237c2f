import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Connection, EventStream, keyVariable, permissionsFile } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { findNatsServer } from '../../tools/stack/nats-server.mjs';
import { startNats } from '../../tools/stack/nats-start.mjs';
import { observer, storekeeper } from './credentials.mjs';
import { publishIdentity } from './publish-identity.mjs';

const log = createLog({ service: 'bench', instance: 'bench', level: 'silent', format: 'json' });

/**
 * A nats-server of its own as `npm start` has it, with everybody's permissions and every acknowledged message on disk
 * first, an event stream (an empty one unless its folder holds one), the token key published, and a connection that
 * looks at it.
 * @param {{ home: string, name: string, credentials: import('./credentials.mjs').Credentials,
 *   ends: import('./ends.mjs').Ends }} options
 */
export async function startBroker({ home, name, credentials, ends }) {
  const { publicKeys, seedFileOf, signingKeyFile } = credentials;
  const binary = await findNatsServer({ log: () => {} });
  const nats = await startNats({
    binary,
    dataDir: join(home, `nats-${name}`),
    monitor: false,
    extraConfig: permissionsFile(undefined, {
      house: `{ nkey: $${keyVariable(observer)} }`,
      storage: `{ nkey: $${keyVariable(storekeeper)} }`,
    }),
    env: publicKeys,
  });
  ends.add(() => nats.stop());
  const connect = async (/** @type {string} */ caller) => {
    const own = { caller, name: 'bench', seedFile: seedFileOf(caller) };
    const connection = await Connection.open({ servers: [nats.url], ...own, log });
    ends.add(() => connection.close());
    return connection;
  };
  const connection = await connect(observer);
  const stream = await EventStream.open(connection);
  if (!(await stream.position()))
    await stream.create(randomUUID(), { maxBytes: 16 * 1024 ** 3, replicas: 1 });
  await publishIdentity(await connect('website'), signingKeyFile);
  return { url: nats.url, pid: nats.pid, connection, stream };
}

/** @typedef {Awaited<ReturnType<typeof startBroker>>} Broker */
