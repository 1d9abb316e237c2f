import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { textArray } from '#libs/persistence';
import { everyEvent } from '../history/read-events.mjs';
import { rowsOf, types } from '../history/rows.mjs';
import { say } from '../history/say.mjs';

const inOneStatement = 1_000;

/**
 * The best that one connection does with the same rows and the same indexes: all that is to be written is ready in
 * memory, and one prepared statement of `unnest` adds a thousand events and replaces their users' balances. It keeps
 * no checkpoint, and nothing by which a duplicate or a hole would show.
 */
const { natsUrl, adminUrl } = JSON.parse(await text(process.stdin));
const batches = await batchesOf(natsUrl);
const client = new Client({ connectionString: adminUrl, options: '-c search_path=projector' });
await client.connect();
const [first] = batches;
const insert = { name: 'insert', text: statementOf(first) };
say('start');
const startedAt = performance.now();
let answered = 0;
for (const { events, values } of batches) {
  await client.query({ ...insert, values });
  answered += events;
}
say('end', { answered, elapsedMs: performance.now() - startedAt });
await client.end();
process.exit(0);

async function batchesOf(/** @type {string} */ url) {
  const made = [];
  /** @type {ReturnType<typeof rowsOf>[]} */
  let waiting = [];
  for await (const { batch, epoch } of everyEvent(url)) {
    waiting.push(...batch.map((event) => rowsOf(event, epoch)));
    while (waiting.length >= inOneStatement) made.push(batchOf(waiting.splice(0, inOneStatement)));
  }
  if (waiting.length > 0) made.push(batchOf(waiting));
  return made;
}

function batchOf(/** @type {ReturnType<typeof rowsOf>[]} */ rows) {
  const events = rows.map(({ event }) => event);
  const last = new Map(rows.map(({ balance }) => [balance.user_id, balance]));
  const balances = [...last.values()];
  return {
    events: events.length,
    columns: { event: Object.keys(events[0] ?? {}), balance: Object.keys(balances[0] ?? {}) },
    values: [...arraysOf(events), ...arraysOf(balances)],
  };
}

/** One array a column, as Postgres reads it. */
function arraysOf(/** @type {Record<string, any>[]} */ rows) {
  const value = (/** @type {any} */ one) => (one === null ? null : String(one));
  return Object.keys(rows[0] ?? {}).map((column) =>
    textArray(rows.map((row) => value(row[column]))),
  );
}

function statementOf(/** @type {any} */ { columns }) {
  const numbered = (/** @type {readonly string[]} */ of, /** @type {number} */ before) =>
    of.map((type, n) => `$${before + n + 1}::${type}[]`).join(', ');
  const { event, balance } = columns;
  return `
    WITH added AS (
      INSERT INTO event_store_v1 (${event.join(', ')})
      SELECT * FROM unnest(${numbered(types.event, 0)})
    )
    INSERT INTO energy_balances_v2 (${balance.join(', ')})
    SELECT * FROM unnest(${numbered(types.balance, event.length)})
    ON CONFLICT (user_id) DO UPDATE SET balance = excluded.balance, held = excluded.held, version = excluded.version`;
}
