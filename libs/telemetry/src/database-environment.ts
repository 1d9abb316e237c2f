import { z } from 'zod';

const form = 'postgres://user:password@host:5432/database';
const postgresUrl = z.string().refine(isPostgresUrl);

/**
 * What every service with a database of its own reads from its environment, beside `serviceEnvironment`. An address
 * may leave its password to the file that PGPASSFILE names.
 */
export const databaseEnvironment = z.object({
  DATABASE_URL: postgresUrl.describe(`the database under the service's run-time role, ${form}`),
  DATABASE_OWNER_URL: postgresUrl
    .describe(`the database under the role that owns the schema and runs migrations, ${form}`)
    .optional(),
});

export type DatabaseEnvironment = z.output<typeof databaseEnvironment>;

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return /^postgres(?:ql)?:$/.test(protocol) && pathname.length > 1;
}
