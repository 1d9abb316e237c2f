import type { ReplayRun } from '#libs/contracts';
import type { DataSource, EntityManager } from '#libs/persistence';

type Row = Omit<ReplayRun, 'startedAt' | 'filledAt' | 'endedAt' | 'streamSequence'> &
  Record<'startedAt', Date> &
  Record<'filledAt' | 'endedAt', Date | null>;

/** Runs of one model, or of all, newest first. */
export async function listRuns(
  from: DataSource | EntityManager,
  { model, limit }: { model?: string | undefined; limit: number },
  streamSequence: number,
): Promise<ReplayRun[]> {
  const rows: Row[] = await from.query(
    `SELECT r.id AS "replayId", r.model, r.build, r.kind, r.state, r.paused_at IS NOT NULL AS paused, r.rate,
            coalesce(c.state = 'stopped', false) AS stopped,
            r.only_user AS "onlyUser", r.from_sequence::float8 AS "fromSequence", r.report,
            c.sequence::float8 AS checkpoint, coalesce(r.reason, c.reason) AS reason,
            r.started_at AS "startedAt", r.filled_at AS "filledAt", r.ended_at AS "endedAt"
     FROM replays r LEFT JOIN checkpoints c ON (c.model, c.table_version) = (r.model, r.build)
     WHERE $1::text IS NULL OR r.model = $1 ORDER BY r.started_at DESC, r.build DESC LIMIT $2`,
    [model ?? null, limit],
  );
  return rows.map(({ startedAt, filledAt, endedAt, ...row }) => ({
    ...row,
    streamSequence,
    startedAt: startedAt.toISOString(),
    filledAt: filledAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
