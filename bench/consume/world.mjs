import { fileURLToPath } from 'node:url';
import { startBroker } from '../stack/broker.mjs';
import { endsWithin } from '../stack/ends.mjs';
import { startServices } from '../stack/services.mjs';
import { ways } from './cases.mjs';
import { createFunction } from './one-transaction-sql.mjs';

/**
 * @typedef {{ home: string, credentials: import('../stack/credentials.mjs').Credentials,
 *   postgres: import('../stack/postgres.mjs').DatabaseServer, ends: import('../stack/ends.mjs').Ends }} Place
 * @typedef {{ database: string, copyStream: (name: string) => Promise<void> }} Seed
 */

let worlds = 0;

/**
 * A broker and a database of its own with every account, and the processes of one way to consume on them; nobody else
 * disturbs its tables, its stream or its relay.
 * @param {{ way: import('./cases.mjs').Way, place: Place, seed: Seed, profile: readonly string[] }} options
 */
export async function startWorld({ way, place, seed, profile }) {
  const { home, credentials, postgres } = place;
  const { server, instances } = ways[way];
  const name = `${way.toLowerCase()}_${++worlds}`;
  const ends = endsWithin(place.ends);
  try {
    await seed.copyStream(name);
    const broker = await startBroker({ home, name, credentials, ends });
    const database = await postgres.createDatabase(name, ends, { template: seed.database });
    if (way === 'alone') await database.admin.query(createFunction);
    const script = server && fileURLToPath(new URL(`${server}.mjs`, import.meta.url));
    const nodeArguments = server ? [] : profile;
    const hubs = await startServices({
      ...{ service: 'hub', broker, database, credentials, ends, instances, nodeArguments },
      ...(script && { script }),
    });
    return { broker, admin: database.admin, hubs, end: () => ends.end() };
  } catch (error) {
    await ends.end();
    throw error;
  }
}

/** @typedef {Awaited<ReturnType<typeof startWorld>>} World */
