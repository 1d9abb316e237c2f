import { join } from 'node:path';
import { onFreePort } from '../stack/free-port.mjs';
import { initPostgres } from '../stack/postgres-init.mjs';
import { postgresPlace } from '../stack/postgres-place.mjs';
import { startPostgres } from '../stack/postgres-start.mjs';
import { startedOrStopped, supervise } from '../stack/supervise.mjs';

/**
 * Keeps an embedded PostgreSQL running on `home`, always at the same address.
 * @param {{ home: string, password: string, say: (sentence: string) => void, show: (name: string, line: string) => void, onStart: () => void }} options
 */
export async function runDatabase({ home, password, say, show, onStart }) {
  const dataDir = join(home, 'postgres');
  await initPostgres({ dataDir, password, log: say });
  /** @type {number | undefined} Settled by the first start. */
  let port;
  const supervisor = supervise({
    name: 'postgres',
    log: say,
    start: async () => {
      const listenOn = (/** @type {number} */ free) =>
        startPostgres({
          dataDir,
          password,
          port: free,
          onLine: (line) => / (WARNING|FATAL|PANIC): /.test(line) && show('postgres', line),
        });
      const postgres = await (port ? listenOn(port) : onFreePort(5432, listenOn));
      port = postgres.port;
      onStart();
      return { child: postgres.process, exited: postgres.exited };
    },
  });
  await startedOrStopped(supervisor);
  return {
    dataFolder: (await postgresPlace(dataDir)).place,
    adminUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/phoenix`,
    get pid() {
      return supervisor.pid;
    },
    /** SIGINT is Postgres' fast shutdown: it does not wait for clients to leave. */
    stop: (/** @type {NodeJS.Signals} */ signal = 'SIGINT') => supervisor.stop(signal, 30_000),
  };
}
