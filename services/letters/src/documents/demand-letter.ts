import type { EntityManager } from '#libs/persistence';
import { readLetter } from './read-letter.js';

/** Refuses before any energy moves when there is no such letter of this user; a new one is always welcome. */
export async function demandLetter(
  tx: EntityManager,
  userId: string,
  letterId: string | undefined,
): Promise<void> {
  if (letterId) await readLetter(tx, { userId, letterId });
}
