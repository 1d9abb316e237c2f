import type { Call } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import type { CommitBell } from '../engine/commit-bell.js';
import type { ReadModel } from '../read-models/read-model.js';
import { placeOf, type ModelPlace } from './model-place.js';

const longestWaitMs = 1_000;
/** Left to the answer itself before the caller's deadline. */
const answerMs = 25;
/** Another replica may be the writer: its commits ring no bell here, so Postgres is asked, less and less often. */
const firstPauseMs = 25;
const longestPauseMs = 200;

/** Waits a little until the model has seen the version of the user's account that the caller knows of (R26). */
export async function reachVersion(
  { dataSource, bell }: { readonly dataSource: DataSource; readonly bell: CommitBell },
  model: ReadModel,
  { userId, atLeastVersion = 0 }: { userId: string; atLeastVersion: number | undefined },
  { deadline }: Pick<Call, 'deadline'>,
): Promise<ModelPlace> {
  const subject = { source: 'hub', userId } as const;
  const end = Math.min(performance.now() + longestWaitMs, deadline - answerMs);
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const place = await placeOf(dataSource, model, subject);
    const leftMs = end - performance.now();
    if (place.version >= atLeastVersion || leftMs <= 0) return place;
    await bell.wait(model.name, userId, Math.min(pauseMs, leftMs));
  }
}
