import type { Connection } from '../connection.js';
import { askEveryInstance } from '../discovery/ask-every-instance.js';
import { rememberedHops, type HopQuestion, type RememberedHops } from './hop.js';

/** What every instance that answers within `waitMs` still knows of a request. */
export async function askHops(
  connection: Connection,
  question: HopQuestion,
  waitMs = 250,
): Promise<RememberedHops[]> {
  return askEveryInstance(connection, 'HOPS', rememberedHops, { body: question, waitMs });
}
