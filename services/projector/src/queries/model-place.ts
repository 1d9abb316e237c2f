import type { ServiceName } from '#libs/contracts';
import type { DataSource } from '#libs/persistence';
import type { ReadModel } from '../read-models/read-model.js';

/** Where the tables of a model are that are read now (R25), and how far they reach. */
export interface ModelPlace {
  readonly tableVersion: number;
  /** Null before the model has begun. */
  readonly epoch: string | null;
  /** The last version of the subject that the model has taken; 0 when it has seen none. */
  readonly version: number;
}

export async function placeOf(
  dataSource: DataSource,
  { name }: ReadModel,
  subject?: { readonly source: ServiceName; readonly userId: string },
): Promise<ModelPlace> {
  const rows: { table_version: number; epoch: string | null; version: string }[] =
    await dataSource.query(
      `SELECT p.table_version, c.epoch, coalesce((
         SELECT version FROM subject_versions s
         WHERE s.model = p.model AND s.table_version = p.table_version
           AND s.source = $2 AND s.subject_user_id = $3
       ), 0) AS version
       FROM read_model_pointers p LEFT JOIN checkpoints c USING (model, table_version)
       WHERE p.model = $1`,
      [name, subject?.source ?? null, subject?.userId ?? null],
    );
  const [row] = rows;
  if (!row) throw new Error(`No tables of the read model ${name} are marked as the ones to read.`);
  return { tableVersion: row.table_version, epoch: row.epoch, version: Number(row.version) };
}
