import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { openAccount } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { openClient } from '../load/message-client.mjs';
import { untilAnswered } from '../load/until-answered.mjs';
import { startBroker } from '../stack/broker.mjs';
import { endsWithin } from '../stack/ends.mjs';
import { startServices } from '../stack/services.mjs';
import { untilPublished } from './until-published.mjs';

const openedAtOnce = 128;
const plenty = 900_000_000;

/**
 * Opens every user's account with the real hub and fills it, once; the stream's folder and the database that this
 * leaves are copied for every way and round.
 * @param {import('./world.mjs').Place & { users: readonly import('../stack/tokens.mjs').User[] }} place
 */
export async function seed({ users, ...place }) {
  const { home, credentials, postgres } = place;
  const ends = endsWithin(place.ends);
  try {
    const broker = await startBroker({ home, name: 'seed', credentials, ends });
    const database = await postgres.createDatabase('seed', ends);
    const world = { broker, database, credentials, ends };
    await startServices({ ...world, service: 'hub' });
    await openAccounts({ natsUrl: broker.url, seedFile: credentials.seedFileOf('website') }, users);
    await untilPublished({ admin: database.admin, stream: broker.stream });
    await database.admin.query(fill);
    await database.admin.query('VACUUM ANALYZE');
  } finally {
    await ends.end();
  }
  return {
    database: 'seed',
    copyStream: (/** @type {string} */ name) =>
      cp(join(home, 'nats-seed'), join(home, `nats-${name}`), { recursive: true }),
  };
}

/** Enough for every round: what is measured is never a refusal. */
const fill = `
  UPDATE hub.accounts SET balance = ${plenty};
  UPDATE hub.grants SET amount = ${plenty}, remaining = ${plenty};`;

async function openAccounts(
  /** @type {{ natsUrl: string, seedFile: string }} */ address,
  /** @type {readonly import('../stack/tokens.mjs').User[]} */ users,
) {
  const { client, close } = await openClient(address);
  const open = (/** @type {string} */ token) => client.request(openAccount, {}, newCaller(token));
  const left = users.map(({ token }) => token);
  await untilAnswered(() => open(/** @type {string} */ (left[0])));
  const worker = async () => {
    for (let token = left.pop(); token; token = left.pop()) await open(token);
  };
  await Promise.all(Array.from({ length: openedAtOnce }, worker));
  await close();
}
