import type { DataSource } from 'typeorm';
import type { Installation } from '#libs/contracts';

type InstalledDatabase = Installation['database'];
type Row = Omit<InstalledDatabase, 'clock'> & { readonly clock: Date };

/** The trigger that `appendOnly` puts on a table. */
const guard = `'%\\_append\\_only'`;

/** Anybody may see how many sessions each database has; of sessions, each role sees its own only. */
const limits = `json_build_array(
  json_build_object('of', 'server',
    'used', (SELECT sum(numbackends) FROM pg_stat_database),
    'limit', current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
      - coalesce(current_setting('reserved_connections', true)::int, 0)),
  json_build_object('of', 'database',
    'used', (SELECT numbackends FROM pg_stat_database WHERE datname = current_database()),
    'limit', (SELECT datconnlimit FROM pg_database WHERE datname = current_database())),
  json_build_object('of', 'role',
    'used', (SELECT count(*) FROM pg_stat_activity WHERE usename = current_user),
    'limit', (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user)))`;

const excessRights = `array_cat(
  (SELECT array_remove(ARRAY[
      CASE WHEN rolsuper THEN 'everything: it is a superuser' END,
      CASE WHEN rolcreaterole THEN 'creating roles' END,
      CASE WHEN rolbypassrls THEN 'passing row security by' END,
      CASE WHEN NOT rolsuper AND pg_has_role(current_user, nspowner, 'MEMBER')
        THEN 'everything that the owner of the schema may' END], NULL)
   FROM pg_roles, pg_namespace WHERE rolname = current_user AND nspname = current_schema()),
  (SELECT coalesce(array_agg(verb || ' on ' || relname ORDER BY relname, verb), '{}')
   FROM pg_class JOIN pg_trigger ON tgrelid = pg_class.oid, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS verb
   WHERE relnamespace = current_schema()::regnamespace AND tgname LIKE ${guard}
     AND has_table_privilege(pg_class.oid, verb)
     AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)))`;

const unguardedTables = `(SELECT coalesce(array_agg(relname::text ORDER BY relname), '{}')
  FROM pg_class LEFT JOIN pg_trigger ON tgrelid = pg_class.oid AND tgname LIKE ${guard}
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
    AND (tgenabled = 'D' OR (relname = 'outbox' AND tgname IS NULL)))`;

const archive = `(SELECT CASE WHEN current_setting('archive_mode') = 'off' THEN 'off'
    WHEN last_failed_time > coalesce(last_archived_time, '-infinity') THEN 'failing' ELSE 'working' END
  FROM pg_stat_archiver)`;

const look = `
  SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS "versionNumber",
    clock_timestamp() AS clock,
    json_build_object('fsync', current_setting('fsync'), 'synchronous_commit', current_setting('synchronous_commit'),
      'full_page_writes', current_setting('full_page_writes')) AS settings,
    ${limits} AS connections, ${excessRights} AS "excessRights", ${unguardedTables} AS "unguardedTables",
    ${archive} AS archive`;

/** Postgres as the run-time role of this data source sees it: what it was told to keep, and what the role may do (R15). */
export async function lookAtDatabase(dataSource: DataSource): Promise<InstalledDatabase> {
  const [row]: Row[] = await dataSource.query(look);
  const { clock, connections, ...others } = row!;
  return {
    ...others,
    clock: clock.toISOString(),
    // A limit of -1 is none.
    connections: connections.filter(({ limit }) => limit >= 0),
  };
}
