import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import type { ServiceCredentials } from './database-urls.js';
import { ownerRole, runTimeRole } from './roles.js';

/** The roles, the schema and the rights of one service (R15): each role reaches this schema only. */
export async function provisionService(
  session: Client,
  databaseName: string,
  credentials: ServiceCredentials,
): Promise<void> {
  const { service: schema, ownerPassword, password } = credentials;
  const database = escapeIdentifier(databaseName);
  const owner = ownerRole(schema);
  const runTime = runTimeRole(schema);
  await login(session, owner, ownerPassword);
  await login(session, runTime, password);
  await actAs(session, owner);
  await session.query(`
    GRANT CONNECT ON DATABASE ${database} TO ${owner}, ${runTime};
    GRANT CREATE ON DATABASE ${database} TO ${owner};
    CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner};
    ALTER SCHEMA ${schema} OWNER TO ${owner};
    REVOKE CREATE ON DATABASE ${database} FROM ${owner};
    REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${schema} TO ${runTime};
    ALTER ROLE ${owner} IN DATABASE ${database} SET search_path = ${schema};
    ALTER ROLE ${runTime} IN DATABASE ${database} SET search_path = ${schema};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${schema}
      GRANT SELECT, INSERT ON TABLES TO ${runTime};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${schema}
      GRANT USAGE ON SEQUENCES TO ${runTime};`);
}

async function login(session: Client, role: string, password: string): Promise<void> {
  if (password === '') throw new Error(`The password of ${role} is empty. Give one.`);
  const { rowCount } = await session.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await session.query(`CREATE ROLE ${role}`);
  await session.query(`ALTER ROLE ${role} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

/** An administrator that is no superuser must belong to the owner to make a schema for it. */
async function actAs(session: Client, owner: string): Promise<void> {
  const { rows } = await session.query<{ superuser: boolean }>(
    'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0]!.superuser) await session.query(`GRANT ${owner} TO current_user`);
}
