const tablesOf = {
  'event-store': ['event_store'],
  'energy-history': ['energy_history', 'energy_balances'],
};

/**
 * The tables of a model's live build once more as fast as Postgres can: COPY from a file on the server into tables
 * without indexes, then their constraints and indexes. Answers how long that took, in milliseconds.
 * @param {{ admin: import('pg').Client, model: keyof typeof tablesOf }} options
 */
export async function copyRaw({ admin, model }) {
  const ask = async (/** @type {string} */ sql) => (await admin.query(sql)).rows;
  const [{ build }] = await ask(
    `SELECT table_version AS build FROM projector.read_model_pointers WHERE model = '${model}'`,
  );
  const [{ folder }] = await ask(`SELECT current_setting('data_directory') AS folder`);
  await ask('DROP SCHEMA IF EXISTS raw CASCADE; CREATE SCHEMA raw');
  const tables = tablesOf[model].map((name) => `${name}_v${build}`);
  const parts = new Map();
  for (const table of tables) {
    parts.set(table, await definitions(ask, table));
    await ask(`CREATE TABLE raw.${table} (LIKE projector.${table})`);
    await ask(`COPY (SELECT * FROM projector.${table}) TO '${folder}/raw-${table}'`);
  }
  await ask('CHECKPOINT');
  const startedAt = performance.now();
  for (const table of tables) {
    await ask(`COPY raw.${table} FROM '${folder}/raw-${table}'`);
    for (const part of parts.get(table)) await ask(part);
    await ask(`ANALYZE raw.${table}`);
  }
  const elapsedMs = performance.now() - startedAt;
  await ask('DROP SCHEMA raw CASCADE');
  return elapsedMs;
}

/** What was made after the rows, as statements for the table in the schema `raw`. */
async function definitions(
  /** @type {(sql: string) => Promise<any[]>} */ ask,
  /** @type {string} */ table,
) {
  // Where the table is kept by month, each part has them all.
  const [{ one }] = await ask(`
    SELECT coalesce((SELECT min(inhrelid) FROM pg_inherits WHERE inhparent = whole), whole)::regclass AS one
    FROM (SELECT 'projector.${table}'::regclass::oid AS whole) AS named`);
  const constraints = await ask(`
    SELECT pg_get_constraintdef(oid) AS said FROM pg_constraint
    WHERE conrelid = '${one}'::regclass AND contype IN ('p', 'u')`);
  const indexes = await ask(`
    SELECT pg_get_indexdef(i.indexrelid) AS said FROM pg_index i
    WHERE i.indrelid = '${one}'::regclass
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`);
  return [
    ...constraints.map(({ said }) => `ALTER TABLE raw.${table} ADD ${said}`),
    ...indexes.map(({ said }) => said.replace(/ON (ONLY )?\S+/, `ON raw.${table}`)),
  ];
}
