import { randomUUID } from 'node:crypto';
import { consumeEnergy } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { tokenChooser } from '../load/choose-user.mjs';
import { openClient } from '../load/message-client.mjs';

/** Consumes as the website does: a user's token and a new key with each request. */
export async function open(/** @type {import('../load/main.mjs').LoadSettings} */ settings) {
  const nextToken = await tokenChooser(settings);
  const { client, close } = await openClient(settings);
  const ask = () =>
    client.request(
      consumeEnergy,
      { action: 'conseil_rapide', idempotencyKey: randomUUID() },
      newCaller(nextToken()),
    );
  return { ask, close };
}
