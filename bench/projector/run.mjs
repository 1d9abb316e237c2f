import { fileURLToPath } from 'node:url';
import { makeHistory } from '../history/make-history.mjs';
import { migrated } from '../history/migrated.mjs';
import { untilProjected } from '../history/until-projected.mjs';
import { runLoad } from '../load/run-load.mjs';
import { startBroker } from '../stack/broker.mjs';
import { makeCredentials } from '../stack/credentials.mjs';
import { endsWithin } from '../stack/ends.mjs';
import { processEnvironment } from '../stack/environment.mjs';
import { startDatabaseServer } from '../stack/postgres.mjs';
import { startServices } from '../stack/services.mjs';
import { cases, goals } from './cases.mjs';

const perSecond = 2_000;
const fileOf = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`${name}.mjs`, import.meta.url));

/**
 * The projector taking a history that the hub has made, into a fresh database each time, and events as they come.
 * @param {import('../main.mjs').BenchOptions} options
 */
export async function prepare({ home, ends, events, profile }) {
  const credentials = await makeCredentials(home);
  const postgres = await startDatabaseServer({ home, ends });
  await makeHistory({ home, credentials, postgres, ends, events });
  const history = await startBroker({ home, name: 'history', credentials, ends });
  const template = await migrated({ postgres, broker: history, credentials, ends });
  let worlds = 0;

  /** @param {import('./cases.mjs').Case} one @param {import('../main.mjs').Times} times */
  async function measure({ projector, script, ours }, times) {
    const name = `projector_${++worlds}`;
    const within = endsWithin(ends);
    try {
      // Events as they come are told to a stream that holds no others.
      const live = ours === true && script !== undefined;
      const broker = live ? await startBroker({ home, name, credentials, ends: within }) : history;
      const database = await postgres.createDatabase(name, within, {
        template,
        service: 'projector',
      });
      await database.admin.query('CHECKPOINT');
      const pids = { nats: broker.pid, postgres: postgres.pid };
      const begin = () =>
        startServices({
          ...{ service: 'projector', broker, database, credentials, ends: within },
          ...(projector && { script: fileOf(projector) }),
          nodeArguments: profile,
        });
      if (!script) return await untilProjected({ begin, broker, database, pids });
      const started = ours ? await begin() : undefined;
      const { answered, elapsedMs, ...figures } = await runLoad({
        script: fileOf(script),
        settings: { natsUrl: broker.url, adminUrl: database.adminUrl, perSecond, ...times },
        env: processEnvironment({ service: 'projector', natsUrl: broker.url, credentials }),
        pids: { ...(started && { projector: started.pids[0] }), ...pids },
        failed: started?.failed ?? new Promise(() => {}),
        ends: within,
      });
      return { rate: answered / (elapsedMs / 1_000), ...figures };
    } finally {
      await within.end();
    }
  }
  return { cases, goals, measure };
}
