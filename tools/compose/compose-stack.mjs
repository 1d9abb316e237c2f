import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnBound, stopBound } from '../stack/bound-process.mjs';
import { freePort } from '../stack/free-port.mjs';
import { credentialNames } from '../up/service-names.mjs';
import { keepStackFile } from '../up/stack-file.mjs';
import { docker } from './docker.mjs';

/**
 * The containers of docker-compose.yml under a project name of their own, on free ports. `start` builds and starts
 * them and tells of them in `stack.json` and `stack.log` of `home`; `stop` leaves nothing of them but the image.
 * @param {{ home: string, say: (sentence: string) => void }} options
 */
export async function composeStack({ home, say }) {
  const ports = { website: await freePort(), nats: await freePort(), postgres: await freePort() };
  const environment = {
    COMPOSE_PROJECT_NAME: `phoenix-test-${process.pid}`,
    COMPOSE_FILE: 'docker-compose.yml,test/compose/published-ports.yml',
    COMPOSE_PATH_SEPARATOR: ',',
    PHOENIX_PORT: String(ports.website),
    PHOENIX_TEST_NATS_PORT: String(ports.nats),
    PHOENIX_TEST_POSTGRES_PORT: String(ports.postgres),
    PHOENIX_TEST_STACK_HOME: home,
  };
  const env = { ...process.env, ...environment };
  const compose = (/** @type {string[]} */ ...args) => docker(['compose', ...args], env);
  /** @type {ReturnType<typeof spawnBound> | undefined} */
  let logs;
  return {
    environment,
    async start() {
      await timed(say, 'the image was built', () => compose('build'));
      const size = await docker(['image', 'inspect', '--format', '{{.Size}}', 'phoenix:local']);
      say(`the image has ${Math.round(Number(size) / 1e6)} MB`);
      await timed(say, 'every container was ready', () => compose('up', '--wait'));
      logs = writeLogs(join(home, 'stack.log'), env);
      await compose('cp', 'keys:/keys/house', join(home, 'keys'));
      await keepStackFile(home, await addressesOf(home, ports)).write();
    },
    async stop() {
      if (logs) await stopBound(logs);
      await compose('down', '--volumes', '--remove-orphans');
    },
  };
}

async function timed(
  /** @type {(sentence: string) => void} */ say,
  /** @type {string} */ what,
  /** @type {() => Promise<unknown>} */ work,
) {
  const startedAt = performance.now();
  await work();
  say(`${what} in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
}

function writeLogs(/** @type {string} */ path, /** @type {NodeJS.ProcessEnv} */ env) {
  const file = createWriteStream(path);
  const args = ['compose', 'logs', '--follow', '--no-log-prefix', '--no-color'];
  return spawnBound('docker', args, { env }, (line) => void file.write(`${line}\n`));
}

async function addressesOf(
  /** @type {string} */ home,
  /** @type {Record<'website' | 'nats' | 'postgres', number>} */ ports,
) {
  const keys = join(home, 'keys');
  const { postgres } = JSON.parse(await readFile(join(keys, 'secrets.json'), 'utf8'));
  const seedFile = (/** @type {string} */ name) => [name, join(keys, `nats-${name}.nk`)];
  return () => ({
    home,
    websiteUrl: `http://127.0.0.1:${ports.website}`,
    natsUrl: `nats://127.0.0.1:${ports.nats}`,
    natsSeedFiles: Object.fromEntries(credentialNames.map(seedFile)),
    databaseUrl: `postgres://postgres:${postgres}@127.0.0.1:${ports.postgres}/phoenix`,
    signingKeyFile: join(keys, 'signing-key.json'),
    services: {},
    databases: {},
  });
}
