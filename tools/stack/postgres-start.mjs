import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnBound, stopBound } from './bound-process.mjs';
import { freePort } from './free-port.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { postgresPlace } from './postgres-place.mjs';
import { endPreviousPostgres } from './postgres-previous.mjs';

const ready = 'database system is ready to accept connections';
/** Backends of a server killed with -9 take a moment to notice. */
const stillLeaving = 'pre-existing shared memory block';

/**
 * Starts PostgreSQL on a cluster that `initPostgres` made and returns once it accepts connections
 * (on 127.0.0.1 only, no socket file).
 * @param {{ dataDir: string, password: string, port?: number, settings?: Record<string, string | number>,
 *   onLine?: import('./bound-process.mjs').OnLine, log?: (sentence: string) => void }} options
 */
export async function startPostgres(options) {
  const { cluster, account } = await postgresPlace(options.dataDir, options.log);
  await endPreviousPostgres(cluster);
  const port = options.port ?? (await freePort());
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    lc_messages: 'C',
    ...options.settings,
  };
  const binary = join(await postgresBinaries(account), 'postgres');
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (let attempt = 1; ; attempt++) {
    const bound = spawnBound(
      binary,
      ['-D', cluster, ...args],
      { cwd: '/', endSignal: 'SIGINT', ...account, env: { ...process.env, LC_ALL: 'C' } },
      (line, stream) => {
        options.onLine?.(line, stream);
        listen(line);
      },
    );
    /** @type {string[]} */
    const said = [];
    /** @type {() => void} */
    let nowReady = () => {};
    const isReady = new Promise((/** @type {(value: 'ready') => void} */ resolve) => {
      nowReady = () => resolve('ready');
    });
    function listen(/** @type {string} */ line) {
      said.push(line);
      if (said.length > 12) said.shift();
      if (line.includes(ready)) nowReady();
    }
    if ((await Promise.race([isReady, bound.exited])) === 'ready') {
      return {
        adminUrl: `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`,
        port,
        pid: /** @type {number} */ (bound.child.pid),
        process: bound.child,
        exited: bound.exited,
        /** Rolls back what is open and closes in order (Postgres' fast shutdown), and waits for its end. */
        stop: () => stopBound(bound, 'SIGINT', 30_000),
        /** A crash: ends it without warning, and waits for its end. */
        kill: () => stopBound(bound, 'SIGKILL'),
      };
    }
    if (attempt === 50 || !said.some((line) => line.includes(stillLeaving))) {
      throw new Error(`Postgres ended before it was ready. Its last lines:\n${said.join('\n')}`);
    }
    await pause(100);
  }
}
