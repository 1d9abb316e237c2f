import { fileURLToPath } from 'node:url';
import { runLoad } from '../load/run-load.mjs';
import { startBroker } from '../stack/broker.mjs';
import { makeCredentials } from '../stack/credentials.mjs';
import { processEnvironment } from '../stack/environment.mjs';
import { startNode } from '../stack/node-process.mjs';
import { makeUsers } from '../stack/tokens.mjs';
import { cases, goals, ways } from './cases.mjs';

/** @param {string} name */
const fileOf = (name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url));

/**
 * Request and reply: each way with its own server process, all on one nats-server; they do nothing unless asked.
 * @param {import('../main.mjs').BenchOptions} options
 */
export async function prepare({ home, ends, users: count, profile }) {
  const credentials = await makeCredentials(home);
  const broker = await startBroker({ home, name: 'request', credentials, ends });
  const environment = (/** @type {string} */ service) =>
    processEnvironment({ service, natsUrl: broker.url, credentials });
  const { file: usersFile } = await makeUsers({ home, credentials, count });
  const serverNames = [...new Set(Object.values(ways).map(({ server }) => server))];
  const servers = new Map(
    serverNames.map((name) => {
      const nodeArguments = name.startsWith('ours') ? profile : [];
      const env = environment('hub');
      const server = startNode({ name, script: fileOf(name), env, nodeArguments });
      ends.add(() => server.stop());
      return [name, server];
    }),
  );
  const failed = Promise.race([...servers.values()].map((server) => server.failed));
  failed.catch(() => undefined);

  /** @param {(typeof cases)[number]} one @param {import('../main.mjs').Times} times */
  async function measure({ way, inFlight }, times) {
    const { server, client } = ways[way];
    const pid = /** @type {import('../stack/node-process.mjs').NodeProcess} */ (servers.get(server))
      .pid;
    const asker = fileOf(client);
    const { answered, elapsedMs, ...figures } = await runLoad({
      settings: {
        asker,
        natsUrl: broker.url,
        usersFile,
        users: 'spread',
        instances: 1,
        inFlight,
        ...times,
      },
      env: environment('website'),
      pids: { server: pid, nats: broker.pid },
      ...(way === 'ours' && { nodeArguments: profile }),
      failed,
      ends,
    });
    return { rate: answered / (elapsedMs / 1_000), ...figures };
  }
  return { cases, goals, measure };
}
