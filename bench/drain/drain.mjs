import { setTimeout as pause } from 'node:timers/promises';
import { seed as makeSeed } from '../consume/seed.mjs';
import { untilPublished } from '../consume/until-published.mjs';
import { startBroker } from '../stack/broker.mjs';
import { cpuSecondsOf } from '../stack/cpu-seconds.mjs';
import { makeCredentials } from '../stack/credentials.mjs';
import { endsWithin } from '../stack/ends.mjs';
import { startDatabaseServer } from '../stack/postgres.mjs';
import { startServices } from '../stack/services.mjs';
import { makeUsers } from '../stack/tokens.mjs';

/**
 * Servers and a hub's empty house; `drain` fills a copy of its outbox by this SQL, starts the hub, and measures from
 * the first event in the stream to the last.
 * @param {{ home: string, ends: import('../stack/ends.mjs').Ends }} options
 */
export async function prepareDrain({ home, ends: whole }) {
  const credentials = await makeCredentials(home);
  const postgres = await startDatabaseServer({ home, ends: whole });
  const { users } = await makeUsers({ home, credentials, count: 2 });
  const place = { home, credentials, postgres, users, ends: whole };
  const seed = await makeSeed(place);
  let worlds = 0;

  return async function drain(/** @type {string} */ fill) {
    const name = `drain_${++worlds}`;
    const ends = endsWithin(whole);
    try {
      await seed.copyStream(name);
      const broker = await startBroker({ home, name, credentials, ends });
      const database = await postgres.createDatabase(name, ends, { template: seed.database });
      const { stream } = broker;
      const { admin } = database;
      await admin.query(fill);
      const first = await lastSequence(stream);
      const [{ pids }, begun] = await Promise.all([
        startServices({ service: 'hub', broker, database, credentials, ends }),
        untilBegun(stream, first),
      ]);
      const read = () => ({
        hub: cpuSecondsOf(Number(pids[0])),
        nats: cpuSecondsOf(broker.pid),
        postgres: cpuSecondsOf(postgres.pid),
      });
      const before = read();
      await untilPublished({ admin, stream });
      const seconds = (performance.now() - begun.at) / 1_000;
      const used = Object.entries(read()).map(([which, total]) => [
        which,
        total - before[/** @type {keyof typeof before} */ (which)],
      ]);
      const rate = ((await lastSequence(stream)) - begun.sequence) / seconds;
      return { rate, cpuSeconds: /** @type {Record<string, number>} */ (Object.fromEntries(used)) };
    } finally {
      await ends.end();
    }
  };
}

/** @param {import('#libs/messaging').EventStream} stream */
async function lastSequence(stream) {
  return (await stream.position())?.lastSequence ?? 0;
}

async function untilBegun(
  /** @type {import('#libs/messaging').EventStream} */ stream,
  /** @type {number} */ first,
) {
  for (;;) {
    const sequence = await lastSequence(stream);
    if (sequence > first) return { sequence, at: performance.now() };
    await pause(2);
  }
}
