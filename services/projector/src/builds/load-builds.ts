import type { DataSource } from '#libs/persistence';
import type { Run } from '../replay/run.js';
import type { Role } from './build.js';

/** What the table of builds says of one that is not discarded. */
export interface BuildRow {
  readonly model: string;
  readonly number: number;
  readonly definitionVersion: number;
  readonly role: Role;
  readonly indexed: boolean;
  /** The replay that fills it, or filled it. */
  readonly run: Run | null;
}

type Flat = Omit<BuildRow, 'run'> & { readonly [Key in keyof Run]: Run[Key] | null };

export async function loadBuilds(dataSource: DataSource): Promise<BuildRow[]> {
  const rows: Flat[] = await dataSource.query(
    `SELECT b.model, b.build AS number, b.definition_version AS "definitionVersion",
            b.state AS role, b.indexed_at IS NOT NULL AS indexed, r.id, r.kind, r.state, r.rate,
            r.only_user AS "onlyUser", r.from_sequence::float8 AS "fromSequence",
            r.paused_at IS NOT NULL AS paused, r.verifications
     FROM builds b LEFT JOIN replays r USING (model, build)
     WHERE b.state <> 'discarded' ORDER BY b.model, b.build`,
  );
  return rows.map(({ model, number, definitionVersion, role, indexed, ...run }) => ({
    ...{ model, number, definitionVersion, role, indexed },
    run: run.id === null ? null : (run as Run),
  }));
}
