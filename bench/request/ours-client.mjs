import { previewEnergy } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { openClient } from '../load/message-client.mjs';
import { question } from './question.mjs';

/** Asks as the website does, each request with a user's token. */
export async function open(/** @type {import('../load/main.mjs').LoadSettings} */ settings) {
  const { client, close } = await openClient(settings);
  return {
    ask: (/** @type {string} */ token) => client.request(previewEnergy, question, newCaller(token)),
    close,
  };
}
