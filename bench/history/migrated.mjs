import { processEnvironment } from '../stack/environment.mjs';
import { endsWithin } from '../stack/ends.mjs';
import { startNode } from '../stack/node-process.mjs';
import { programOf } from '../stack/services.mjs';

/**
 * The name of a database that has the projector's tables and nothing in them, to be copied.
 * @param {{ postgres: import('../stack/postgres.mjs').DatabaseServer, broker: import('../stack/broker.mjs').Broker,
 *   credentials: import('../stack/credentials.mjs').Credentials, ends: import('../stack/ends.mjs').Ends }} options
 */
export async function migrated({ postgres, broker, credentials, ends: whole }) {
  const name = 'projector';
  const ends = endsWithin(whole);
  try {
    const database = await postgres.createDatabase(name, ends, { service: 'projector' });
    const env = processEnvironment({
      ...{ service: 'projector', natsUrl: broker.url, credentials, database },
    });
    const migration = startNode({
      name: 'the migration',
      script: programOf('projector', 'migrate'),
      env,
    });
    ends.add(() => migration.stop());
    await Promise.race([migration.exited, migration.failed]);
    await database.admin.query('VACUUM ANALYZE');
  } finally {
    await ends.end();
  }
  return name;
}
