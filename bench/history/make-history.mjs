import { randomUUID } from 'node:crypto';
import { catalogue, consumeEnergy, openAccount, welcomePoints } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { untilPublished } from '../consume/until-published.mjs';
import { openClient } from '../load/message-client.mjs';
import { untilAnswered } from '../load/until-answered.mjs';
import { startBroker } from '../stack/broker.mjs';
import { endsWithin } from '../stack/ends.mjs';
import { startServices } from '../stack/services.mjs';
import { makeUsers } from '../stack/tokens.mjs';

const action = 'conseil_rapide';
const consumptions = Math.floor(welcomePoints / catalogue[action].cost);
/** An account opened, points granted, and all of them spent. */
const eventsOfLife = consumptions + 2;
const usersAtOnce = 192;

/**
 * A stream of so many events, or a few more, which the hub itself has decided, recorded and published: every user opens
 * an account and spends it. It is left in the folder of the broker `history`.
 * @param {{ home: string, credentials: import('../stack/credentials.mjs').Credentials,
 *   postgres: import('../stack/postgres.mjs').DatabaseServer, ends: import('../stack/ends.mjs').Ends, events: number }} options
 */
export async function makeHistory({ home, credentials, postgres, ends: whole, events }) {
  const ends = endsWithin(whole);
  try {
    const { users } = await makeUsers({
      home,
      credentials,
      count: Math.ceil(events / eventsOfLife),
    });
    const broker = await startBroker({ home, name: 'history', credentials, ends });
    const database = await postgres.createDatabase('history', ends);
    await startServices({ service: 'hub', broker, database, credentials, ends });
    await liveAll({ natsUrl: broker.url, seedFile: credentials.seedFileOf('website') }, users);
    await untilPublished({ admin: database.admin, stream: broker.stream });
  } finally {
    await ends.end();
  }
}

async function liveAll(
  /** @type {{ natsUrl: string, seedFile: string }} */ address,
  /** @type {readonly import('../stack/tokens.mjs').User[]} */ users,
) {
  const { client, close } = await openClient(address);
  const left = users.map(({ token }) => token);
  const open = (/** @type {string} */ token) => client.request(openAccount, {}, newCaller(token));
  const consume = (/** @type {string} */ token) =>
    client.request(consumeEnergy, { action, idempotencyKey: randomUUID() }, newCaller(token));
  await untilAnswered(() => open(/** @type {string} */ (left[0])));
  const worker = async () => {
    for (let token = left.pop(); token; token = left.pop()) {
      await open(token);
      for (let n = 0; n < consumptions; n++) await consume(token);
    }
  };
  await Promise.all(Array.from({ length: usersAtOnce }, worker));
  await close();
}
