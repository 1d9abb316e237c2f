import { fileURLToPath } from 'node:url';
import { runLoad } from '../load/run-load.mjs';
import { makeCredentials } from '../stack/credentials.mjs';
import { processEnvironment } from '../stack/environment.mjs';
import { startDatabaseServer } from '../stack/postgres.mjs';
import { makeUsers } from '../stack/tokens.mjs';
import { cases, goals } from './cases.mjs';
import { seed as makeSeed } from './seed.mjs';
import { untilPublished } from './until-published.mjs';
import { startWorld } from './world.mjs';

const asker = fileURLToPath(new URL('client.mjs', import.meta.url));

/**
 * Consuming energy over NATS with identity on; every way in every round begins on fresh copies of the same accounts.
 * @param {import('../main.mjs').BenchOptions} options
 */
export async function prepare({ home, ends, users: count, profile }) {
  const credentials = await makeCredentials(home);
  const postgres = await startDatabaseServer({ home, ends });
  const place = { home, credentials, postgres, ends };
  const { users, file: usersFile } = await makeUsers({ home, credentials, count });
  const seed = await makeSeed({ ...place, users });
  /** @type {{ way: string, world: import('./world.mjs').World } | undefined} */
  let current;
  const leave = async () => {
    const left = current;
    current = undefined;
    await left?.world.end();
  };

  /** Cases of one way follow each other in one world. */
  async function enter(/** @type {import('./cases.mjs').Way} */ way) {
    if (current?.way === way) return current.world;
    await leave();
    const world = await startWorld({ way, place, seed, profile });
    current = { way, world };
    return world;
  }

  /** @param {import('./cases.mjs').Case} one @param {import('../main.mjs').Times} times */
  async function measure({ way, inFlight, users: chosen }, times) {
    const { broker, admin, hubs } = await enter(way);
    await admin.query('CHECKPOINT');
    /** @type {{ at: number, events: number }[]} */
    const seen = [];
    const { answered, elapsedMs, ...figures } = await runLoad({
      settings: {
        asker,
        natsUrl: broker.url,
        usersFile,
        users: chosen,
        instances: hubs.pids.length,
        inFlight,
        ...times,
      },
      env: processEnvironment({ service: 'website', natsUrl: broker.url, credentials }),
      pids: { ...pidsOf(hubs.pids), nats: broker.pid, postgres: postgres.pid },
      observe: async () => {
        const position = await broker.stream.position();
        seen.push({ at: performance.now(), events: position?.lastSequence ?? 0 });
      },
      ...(way.startsWith('ours') && { nodeArguments: profile }),
      failed: hubs.failed,
      ends,
    });
    const [before, after] = /** @type {[typeof seen[0], typeof seen[0]]} */ (seen);
    await untilPublished({ admin, stream: broker.stream });
    const drainMs = performance.now() - after.at;
    const answeredRate = answered / (elapsedMs / 1_000);
    const eventRate = (after.events - before.events) / ((after.at - before.at) / 1_000);
    return {
      rate: way === 'noWork' ? answeredRate : eventRate,
      answeredRate,
      drainShare: drainMs / times.measureMs,
      ...figures,
    };
  }
  return { cases, goals, measure, endRound: leave };
}

function pidsOf(/** @type {readonly number[]} */ pids) {
  return Object.fromEntries(
    pids.map((pid, index) => [index === 0 ? 'hub' : `hub ${index + 1}`, pid]),
  );
}
