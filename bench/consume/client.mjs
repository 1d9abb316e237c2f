import { randomUUID } from 'node:crypto';
import { consumeEnergy, getCatalogue } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { openClient } from '../load/message-client.mjs';

/** Consumes as the website does: a user's token and a new key with each request. */
export async function open(/** @type {import('../load/main.mjs').LoadSettings} */ settings) {
  const { client, close } = await openClient(settings);
  const ask = (/** @type {string} */ token) =>
    client.request(
      consumeEnergy,
      { action: 'conseil_rapide', idempotencyKey: randomUUID() },
      newCaller(token),
    );
  const greet = (/** @type {string} */ token) => client.request(getCatalogue, {}, newCaller(token));
  return { ask, greet, close };
}
