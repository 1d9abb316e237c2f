import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { discover } from '#libs/messaging';
import { projectRoot } from '../../tools/stack/project.mjs';
import { processEnvironment } from '../stack/environment.mjs';
import { startNode } from '../stack/node-process.mjs';

const realHub = join(projectRoot, 'dist', 'services', 'hub', 'src', 'main.js');
const patienceMs = 60_000;

/**
 * Starts so many instances of the hub, or of what stands in its place, and waits until all of them answer.
 * @param {{ broker: import('../stack/broker.mjs').Broker, database?: import('../stack/environment.mjs').ServiceDatabase,
 *   credentials: import('../stack/credentials.mjs').Credentials, ends: import('../stack/ends.mjs').Ends,
 *   script: string | undefined, instances: number, nodeArguments: readonly string[] }} options
 */
export async function startHubs(options) {
  const {
    broker,
    database,
    credentials,
    ends,
    script = realHub,
    instances,
    nodeArguments,
  } = options;
  const env = processEnvironment({ service: 'hub', natsUrl: broker.url, credentials, database });
  const hubs = Array.from({ length: instances }, () => {
    const hub = startNode({ name: script, script, env, nodeArguments });
    ends.add(() => hub.stop());
    return hub;
  });
  const failed = Promise.race(hubs.map((hub) => hub.failed));
  failed.catch(() => undefined);
  await Promise.race([untilAllAnswer(broker, instances), failed]);
  return { pids: hubs.map(({ pid }) => pid), failed };
}

async function untilAllAnswer(
  /** @type {import('../stack/broker.mjs').Broker} */ { connection },
  /** @type {number} */ instances,
) {
  const end = performance.now() + patienceMs;
  while ((await discover(connection, 200)).length < instances) {
    if (performance.now() > end) throw new Error('The hubs do not answer.');
    await pause(50);
  }
}
