import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { discover } from '#libs/messaging';
import { projectRoot } from '../../tools/stack/project.mjs';
import { processEnvironment } from './environment.mjs';
import { startNode } from './node-process.mjs';

const patienceMs = 60_000;

/** The program of a service as it is shipped. */
export function programOf(/** @type {string} */ service, part = 'main') {
  return join(projectRoot, 'dist', 'services', service, 'src', `${part}.js`);
}

/**
 * Starts so many instances of a service, or of what stands in its place, and waits until all of them answer.
 * @param {{ service: string, broker: import('./broker.mjs').Broker,
 *   database?: import('./environment.mjs').ServiceDatabase,
 *   credentials: import('./credentials.mjs').Credentials, ends: import('./ends.mjs').Ends,
 *   script?: string, instances?: number, nodeArguments?: readonly string[] }} options
 */
export async function startServices(options) {
  const {
    service,
    broker,
    database,
    credentials,
    ends,
    instances = 1,
    nodeArguments = [],
  } = options;
  const script = options.script ?? programOf(service);
  const env = processEnvironment({ service, natsUrl: broker.url, credentials, database });
  const started = Array.from({ length: instances }, () => {
    const one = startNode({ name: script, script, env, nodeArguments });
    ends.add(() => one.stop());
    return one;
  });
  const failed = Promise.race(started.map((one) => one.failed));
  failed.catch(() => undefined);
  await Promise.race([untilAllAnswer(service, broker, instances), failed]);
  return { pids: started.map(({ pid }) => pid), failed };
}

async function untilAllAnswer(
  /** @type {string} */ service,
  /** @type {import('./broker.mjs').Broker} */ { connection },
  /** @type {number} */ instances,
) {
  const end = performance.now() + patienceMs;
  while (
    (await discover(connection, 200)).filter(({ name }) => name === service).length < instances
  ) {
    if (performance.now() > end) throw new Error(`${service} does not answer.`);
    await pause(50);
  }
}
