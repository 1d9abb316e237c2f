import type { Build } from '../builds/build.js';
import type { BuildRow } from '../builds/load-builds.js';
import type { ModelSession } from './model-session.js';
import type { ModelState } from './model-status.js';

/** Keeps what the writer is doing beside its checkpoint, so that every replica can tell. */
export async function writeState(
  session: ModelSession,
  { model, number }: Build,
  state: ModelState,
  reason: string | null,
): Promise<void> {
  await session.query({
    text: `UPDATE checkpoints SET state = $3, reason = $4 WHERE model = $1 AND table_version = $2`,
    values: [model, number, state, reason],
  });
}

/** Says that all that was parked was tried, as often as was asked for when this began. */
export async function markRetried(
  session: ModelSession,
  { model, number, retries, retried }: BuildRow,
): Promise<void> {
  if (retried >= retries) return;
  await session.query({
    text: 'UPDATE builds SET retried = greatest(retried, $3) WHERE model = $1 AND build = $2',
    values: [model, number, retries],
  });
}

/** Users of whom the model misses the next event, or cannot take it. */
export async function countParked(
  session: ModelSession,
  { model, number }: Build,
): Promise<number> {
  const { rows } = await session.query<{ users: string }>({
    text: `SELECT count(DISTINCT subject_user_id) AS users FROM subject_versions
           WHERE model = $1 AND table_version = $2 AND parked IS NOT NULL`,
    values: [model, number],
  });
  return Number(rows[0]!.users);
}
