import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Connection, EventStream } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { findNatsServer } from '../../tools/stack/nats-server.mjs';
import { startNats } from '../../tools/stack/nats-start.mjs';

const log = createLog({ service: 'bench', instance: 'bench', level: 'silent', format: 'json' });

/**
 * A nats-server of its own as `npm start` has it, every acknowledged message on disk first, with an event stream (an
 * empty one unless its folder holds one) and a connection that looks at it.
 * @param {{ home: string, name: string, ends: import('./ends.mjs').Ends }} options
 */
export async function startBroker({ home, name, ends }) {
  const binary = await findNatsServer({ log: () => {} });
  const nats = await startNats({ binary, dataDir: join(home, `nats-${name}`), monitor: false });
  ends.add(() => nats.stop());
  const connection = await Connection.open({ servers: [nats.url], name: 'bench', log });
  ends.add(() => connection.close());
  const stream = await EventStream.open(connection);
  if (!(await stream.position()))
    await stream.create(randomUUID(), { maxBytes: 16 * 1024 ** 3, replicas: 1 });
  return { url: nats.url, pid: nats.pid, connection, stream };
}

/** @typedef {Awaited<ReturnType<typeof startBroker>>} Broker */
