import { getReadModels } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

/** The names of the read models, each once. */
export async function liveModels(client: MessageClient): Promise<string[]> {
  const { models } = await client.request(getReadModels, {}, newCaller());
  return models.filter(({ role }) => role === 'live').map(({ model }) => model);
}
