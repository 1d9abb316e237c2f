import type { DataSource } from '#libs/persistence';

export interface OpenHolds {
  readonly open: number;
  /** Points that they hold. */
  readonly held: number;
  /** Open a minute after their deadline, or longer: the sweeper settles what is due within seconds. */
  readonly overdue: number;
  readonly mostOverdueUser: string | null;
}

/** The holds that are open now, of all accounts. */
export async function countHolds(dataSource: DataSource): Promise<OpenHolds> {
  const [row]: OpenHolds[] = await dataSource.query(
    `SELECT count(*)::int AS open, coalesce(sum(amount), 0)::int AS held,
            count(*) FILTER (WHERE overdue)::int AS overdue,
            (array_agg(user_id ORDER BY expires_at) FILTER (WHERE overdue))[1] AS "mostOverdueUser"
     FROM (SELECT amount, user_id, expires_at,
                  expires_at < clock_timestamp() - interval '1 minute' AS overdue
           FROM holds WHERE state = 'open') AS open_holds`,
  );
  return row!;
}
