import type { ServiceName } from '#libs/contracts';
import type { Build } from '../builds/build.js';
import type { ModelSession } from './model-session.js';
import { keyOf, nobody, type Subject, type SubjectState } from './subject.js';

interface StateRow {
  readonly source: ServiceName;
  readonly subject_user_id: string;
  readonly version: string;
  readonly parked: SubjectState['parked'];
}

/** How far the model has come with each of these subjects; nothing of those that it has not met. */
export async function loadStates(
  session: ModelSession,
  { model, number }: Build,
  all: readonly Subject[],
): Promise<Map<string, SubjectState>> {
  if (all.length === 0) return new Map();
  const { rows } = await session.query<StateRow>({
    name: 'load states',
    // OFFSET 0 makes it one look-up a subject: without figures about a young table Postgres reads all of it instead.
    text: `SELECT source, subject_user_id, version, parked
           FROM unnest($3::text[], $4::uuid[]) AS wanted (source, subject_user_id)
           CROSS JOIN LATERAL (
             SELECT version, parked FROM subject_versions one
             WHERE model = $1 AND table_version = $2 AND one.source = wanted.source
               AND one.subject_user_id = wanted.subject_user_id OFFSET 0
           ) AS known`,
    values: [
      model,
      number,
      all.map(({ source }) => source),
      all.map(({ userId }) => userId ?? nobody),
    ],
  });
  return new Map(rows.map((row) => [keyOf(subjectIn(row)), stateIn(row)]));
}

/** How far the model has come with every subject; null when they are more than so many. */
export async function loadAll(
  session: ModelSession,
  { model, number }: Build,
  most: number,
): Promise<Map<string, SubjectState> | null> {
  const { rows } = await session.query<StateRow>({
    text: `SELECT source, subject_user_id, version, parked FROM subject_versions
           WHERE model = $1 AND table_version = $2 LIMIT $3`,
    values: [model, number, most + 1],
  });
  if (rows.length > most) return null;
  return new Map(rows.map((row) => [keyOf(subjectIn(row)), stateIn(row)]));
}

/** Every subject that goes no further in this model. */
export async function loadParked(
  session: ModelSession,
  { model, number }: Build,
): Promise<(Subject & SubjectState)[]> {
  const { rows } = await session.query<StateRow>({
    text: `SELECT source, subject_user_id, version, parked FROM subject_versions
           WHERE model = $1 AND table_version = $2 AND parked IS NOT NULL`,
    values: [model, number],
  });
  return rows.map((row) => ({ ...subjectIn(row), ...stateIn(row) }));
}

function subjectIn({ source, subject_user_id: userId }: StateRow): Subject {
  return { source, userId: userId === nobody ? null : userId };
}

function stateIn({ version, parked }: StateRow): SubjectState {
  return { version: Number(version), parked };
}
