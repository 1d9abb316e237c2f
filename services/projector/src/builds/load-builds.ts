import type { z } from 'zod';
import type { modelPause } from '#libs/contracts';
import type { DataSource } from '#libs/persistence';
import type { Run } from '../replay/run.js';
import type { Role } from './build.js';

export type ModelPause = z.output<typeof modelPause>;

/** What the table of builds says of one that is not discarded. */
export interface BuildRow {
  readonly model: string;
  readonly number: number;
  readonly definitionVersion: number;
  readonly role: Role;
  readonly indexed: boolean;
  /** The replay that fills it, or filled it. */
  readonly run: Run | null;
  /** The operator stopped the build that is read, until further notice. */
  readonly pause: ModelPause | null;
  /** How often the operator had parked users tried once more, and how often the writer has done it. */
  readonly retries: number;
  readonly retried: number;
}

type Own = Omit<BuildRow, 'run'>;
type Flat = Own & { readonly [Key in keyof Run]: Run[Key] | null };

export async function loadBuilds(dataSource: DataSource): Promise<BuildRow[]> {
  const rows: Flat[] = await dataSource.query(
    `SELECT b.model, b.build AS number, b.definition_version AS "definitionVersion",
            b.state AS role, b.indexed_at IS NOT NULL AS indexed, b.retries, b.retried,
            CASE WHEN p.model IS NOT NULL THEN
              jsonb_build_object('by', paused_by, 'reason', p.reason, 'since', since)
            END AS pause, r.id, r.kind, r.state, r.rate,
            r.only_user AS "onlyUser", r.from_sequence::float8 AS "fromSequence",
            r.paused_at IS NOT NULL AS paused, r.verifications
     FROM builds b LEFT JOIN replays r USING (model, build)
     LEFT JOIN model_pauses p ON p.model = b.model AND b.state = 'live'
     WHERE b.state <> 'discarded' ORDER BY b.model, b.build`,
  );
  return rows.map(
    ({ model, number, definitionVersion, role, indexed, pause, retries, retried, ...run }) => ({
      ...{ model, number, definitionVersion, role, indexed, retries, retried },
      pause: pause && { ...pause, since: new Date(pause.since).toISOString() },
      run: run.id === null ? null : (run as Run),
    }),
  );
}
