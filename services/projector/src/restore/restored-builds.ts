import { serviceNames } from '#libs/contracts';
import type { EntityManager } from '#libs/persistence';
import { indexBuild, makeBuild } from '../builds/make-build.js';
import { newestDefinition } from '../builds/newest-definition.js';
import { readsFrom } from '../engine/understand.js';
import type { ReadModel } from '../read-models/read-model.js';

/** The build of a model that is read, and the one that takes its place once the stream is restored. */
export interface Succession {
  readonly model: string;
  readonly live: number;
  readonly next: number;
}

/** What was begun for this epoch; empty before. */
export function loadSuccessions(tx: EntityManager, epoch: string): Promise<Succession[]> {
  return tx.query(
    `SELECT c.model, p.table_version AS live, c.table_version AS next
     FROM checkpoints c JOIN read_model_pointers p USING (model)
     JOIN builds b ON (b.model, b.build) = (c.model, c.table_version)
     WHERE c.epoch = $1 AND b.state = 'standby' ORDER BY c.model`,
    [epoch],
  );
}

/** Drops every build that is not read: none of them can go on in the new stream. */
export async function discardOthers(tx: EntityManager): Promise<void> {
  await tx.query(
    `UPDATE replays r SET state = CASE WHEN ended_at IS NULL THEN 'aborted' ELSE 'discarded' END,
       reason = 'The event stream was lost, and restored.',
       ended_at = coalesce(ended_at, clock_timestamp())
     FROM builds b WHERE (b.model, b.build) = (r.model, r.build) AND b.state IN ('shadow', 'standby')`,
  );
  await tx.query(`UPDATE builds SET state = 'discarded' WHERE state IN ('shadow', 'standby')`);
}

/** Makes for each model that is read a build which follows the new stream from its first event on. */
export async function makeSuccessions(
  tx: EntityManager,
  definitions: readonly ReadModel[],
  epoch: string,
): Promise<void> {
  const models: { model: string; last: number }[] = await tx.query(
    'SELECT model, max(build) AS last FROM builds JOIN read_model_pointers USING (model) GROUP BY model ORDER BY model',
  );
  for (const { model, last } of models) {
    const definition = newestDefinition(definitions, model);
    if (!definition) continue;
    await makeBuild(tx, definition, last + 1, 'standby');
    await indexBuild(tx, definition, last + 1);
    await tx.query(
      `INSERT INTO checkpoints (model, table_version, epoch, sequence, state)
       VALUES ($1, $2, $3, 0, 'running')`,
      [model, last + 1, epoch],
    );
  }
}

/** How many (source, user) the next build knows less of than the one that is read: nobody may read back in time. */
export async function countBehind(
  tx: EntityManager,
  definitions: readonly ReadModel[],
  { model, live, next }: Succession,
): Promise<number> {
  const definition = newestDefinition(definitions, model)!;
  const [row]: { behind: number }[] = await tx.query(
    `SELECT count(*)::float8 AS behind FROM subject_versions was
     LEFT JOIN subject_versions now ON now.model = was.model AND now.table_version = $3
       AND now.source = was.source AND now.subject_user_id = was.subject_user_id
     WHERE was.model = $1 AND was.table_version = $2 AND was.source = ANY ($4)
       AND was.version > coalesce(now.version, 0)`,
    [model, live, next, serviceNames.filter((source) => readsFrom(definition, source))],
  );
  return row!.behind;
}

/** Has the next build read; the one before goes, since it belongs to a stream that is no more. */
export async function succeed(tx: EntityManager, { model, live, next }: Succession): Promise<void> {
  await tx.query(`UPDATE builds SET state = 'discarded' WHERE model = $1 AND build = $2`, [
    model,
    live,
  ]);
  await tx.query(`UPDATE builds SET state = 'live' WHERE model = $1 AND build = $2`, [model, next]);
  await tx.query('UPDATE read_model_pointers SET table_version = $2 WHERE model = $1', [
    model,
    next,
  ]);
}
