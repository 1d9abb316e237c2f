import { plainArray, type PipelinedSession } from '#libs/persistence';
import type { Waiting } from './waiting.js';

/** Of a batch's accounts, those that nobody else holds locked, or that are not there yet. */
export async function findFree(
  session: PipelinedSession,
  batch: readonly Waiting[],
): Promise<ReadonlySet<string>> {
  const users = [...new Set(batch.map(({ userId }) => userId))].sort();
  const values = [plainArray(users)];
  const [existing, unlocked] = await Promise.all([
    session.query<{ user_id: string }>(findExisting, values),
    session.query<{ user_id: string }>(findUnlocked, values),
  ]);
  const free = new Set(users);
  for (const { user_id: user } of existing.rows) free.delete(user);
  for (const { user_id: user } of unlocked.rows) free.add(user);
  return free;
}

const findExisting = {
  name: 'find-existing',
  text: 'SELECT user_id FROM accounts WHERE user_id = ANY ($1::uuid[])',
};

const findUnlocked = {
  name: 'find-unlocked',
  text: `SELECT user_id FROM accounts WHERE user_id = ANY ($1::uuid[]) ORDER BY user_id FOR UPDATE SKIP LOCKED`,
};
