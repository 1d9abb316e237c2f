// The second opinion (R27): ledger, outboxes, stream and read models by raw SQL and a raw stream; nothing of ours.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import pg from 'pg';

/** Compares everything once. Ask when traffic has ended: what is still on its way counts as a difference. */
export async function checkBooks({ adminUrl, natsUrl, natsSeedFile, acknowledged = [] }) {
  const authenticator = nkeyAuthenticator(await seedIn(natsSeedFile));
  const patience = { waitOnFirstConnect: true, timeout: 3_000 };
  const reader = { authenticator, inboxPrefix: '_INBOX.ops', ...patience };
  const nats = await connect({ servers: natsUrl.split(','), ...reader });
  const db = new pg.Client({ connectionString: adminUrl });
  try {
    await db.connect();
    const { epoch, messages } = await readStream(nats);
    await loadBesideTables(db, messages);
    const ledger = [[accounts], [holdsAndGrants], [captures], [refunds]];
    const checks = [[holes], ...ledger, [outboxes, epoch], [eventStore], [answered, acknowledged]];
    const differences = [];
    for (const [sql, ...values] of checks)
      differences.push(...(await db.query(sql, values)).rows.map((row) => row.difference));
    return { ...(await db.query(figures)).rows[0], differences };
  } finally {
    await Promise.all([db.end(), nats.close()]);
  }
}

const back = ({ returned, regrant }) =>
  returned.reduce((sum, { amount }) => sum + amount, regrant?.amount ?? 0);

/** By how much each event changes balance and held. */
const moves = {
  EnergyGranted: ({ amount }) => [amount, 0],
  EnergyConsumed: ({ cost }) => [-cost, 0],
  EnergyHoldPlaced: ({ amount }) => [0, amount],
  EnergyHoldCaptured: (told) => [-told.cost, -told.cost - back(told)],
  EnergyHoldReleased: (told) => [0, -back(told)],
  EnergyHoldExpired: (told) => [0, -back(told)],
  EnergyRefunded: ({ amount }) => [amount, 0],
  EnergyExpired: ({ amount }) => [-amount, 0],
  EnergyCorrected: ({ amount }) => [amount, 0],
};

async function seedIn(path) {
  return new TextEncoder().encode((await readFile(path, 'utf8')).trim());
}

async function readStream(nats) {
  const storage = { domain: 'EVENTS', checkAPI: false };
  const manager = await jetstreamManager(nats, storage);
  const { config, state } = await manager.streams.info('PHOENIX_EVENTS');
  const epoch = config.metadata['phoenix-epoch'];
  const messages = [];
  if (state.messages === 0) return { epoch, messages };
  const consumer = await jetstream(nats, storage).consumers.get('PHOENIX_EVENTS');
  for await (const { seq, subject, headers, data } of await consumer.consume()) {
    const ce = (name) => headers.get(`ce-${name}`) || null;
    const told = JSON.parse(new TextDecoder().decode(data));
    const [amount, held] = moves[ce('type')]?.(told) ?? [0, 0];
    // By its subject, which NATS guards; what the headers say is the sender's word.
    const [, , source, user] = subject.split('.');
    const entry = source === 'hub' ? told.entryId : null;
    const whose = { source, user_id: user === '_' ? null : user, version: ce('subjectversion') };
    messages.push({ seq, id: ce('id'), ...whose, amount, held, entry });
    if (seq >= state.last_seq) return { epoch, messages };
  }
}

async function loadBesideTables(db, messages) {
  const ask = async (sql) => (await db.query(sql)).rows;
  const pointers = await ask('SELECT model, table_version FROM projector.read_model_pointers');
  const active = Object.fromEntries(pointers.map((one) => [one.model, one.table_version]));
  const services = await ask(
    `SELECT table_schema AS name FROM information_schema.tables WHERE table_name = 'outbox'`,
  );
  const logs = services.map(({ name }) => `SELECT '${name}' AS source, * FROM ${name}.outbox_log`);
  const columns =
    'seq bigint, id uuid, source text, user_id uuid, version bigint, amount int, held int, entry uuid';
  await ask(`CREATE TEMP TABLE stream (${columns});
    CREATE TEMP VIEW event AS SELECT DISTINCT ON (id) * FROM stream ORDER BY id, seq;
    CREATE TEMP VIEW log AS ${logs.join(' UNION ALL ')};
    CREATE TEMP VIEW store AS SELECT * FROM projector.event_store_v${active['event-store']};
    CREATE TEMP VIEW model AS SELECT * FROM projector.energy_balances_v${active['energy-history']}`);
  const load = `INSERT INTO stream SELECT * FROM jsonb_to_recordset($1) AS message (${columns})`;
  await db.query(load, [JSON.stringify(messages)]);
}

const figures = `SELECT (SELECT count(*)::int FROM hub.accounts WHERE version > 0) AS accounts,
  (SELECT count(*)::int FROM event) AS events,
  (SELECT count(*)::int FROM stream) - (SELECT count(*)::int FROM event) AS "duplicatesInStream"`;

const holes = `
  SELECT format('stream: %s %s has the versions %s', source, user_id, string_agg(version::text, ' ' ORDER BY version)) AS difference
  FROM event GROUP BY source, user_id
  HAVING min(version) <> 1 OR max(version) <> count(*) OR count(DISTINCT version) <> count(*)`;

const accounts = `
  SELECT format('account %s: balance, version and held are %s %s %s in the ledger, %s - - by its entries, %s %s %s in the stream, %s %s %s in the read model',
    user_id, l.balance, l.version, l.held, e.balance, s.balance, s.version, s.held, m.balance, m.version, m.held) AS difference
  FROM (SELECT * FROM hub.accounts WHERE version > 0) l
  FULL JOIN (SELECT user_id, sum(amount) AS balance FROM hub.entries GROUP BY 1) e USING (user_id)
  FULL JOIN (SELECT user_id, sum(amount) AS balance, sum(held) AS held, count(*) AS version FROM event WHERE source = 'hub' GROUP BY 1) s USING (user_id)
  FULL JOIN model m USING (user_id)
  WHERE (l.balance, l.version, l.held) IS DISTINCT FROM (m.balance, m.version, m.held)
    OR (l.balance, l.version, l.held) IS DISTINCT FROM (s.balance, s.version, s.held) OR l.balance IS DISTINCT FROM e.balance`;

const holdsAndGrants = `
  SELECT format('account %s: %s held and %s available, while open holds reserve %s and grants have %s left',
    user_id, held, balance - held, reserved, unspent) AS difference
  FROM hub.accounts a,
    LATERAL (SELECT coalesce(sum(amount), 0) AS reserved FROM hub.holds h WHERE h.user_id = a.user_id AND state = 'open') holds,
    LATERAL (SELECT coalesce(sum(remaining), 0) AS unspent FROM hub.grants g WHERE g.user_id = a.user_id) grants
  WHERE (held, balance - held) IS DISTINCT FROM (reserved, unspent)`;

const captures = `
  SELECT format('hold %s of %s is %s, captured %s, and its entry %s takes %s', h.id, h.user_id, state, captured, e.id, -e.amount) AS difference
  FROM hub.holds h FULL JOIN hub.entries e ON e.hold_id = h.id
  WHERE (e.hold_id IS NOT NULL OR state = 'captured')
    AND (h.user_id, h.captured, h.state) IS DISTINCT FROM (e.user_id, -e.amount, 'captured')`;

const refunds = `
  SELECT format('refund %s gives %s back for %s, which took %s', r.id, r.amount, r.refund_of, -e.amount) AS difference
  FROM hub.entries r LEFT JOIN hub.entries e ON e.id = r.refund_of
  WHERE r.kind = 'refund' AND (r.user_id, r.amount, true) IS DISTINCT FROM (e.user_id, -e.amount, e.kind IN ('consume', 'capture'))`;

const outboxes = `
  SELECT format('event %s is %s times in the outbox of %s, marked %s, and in the stream of %s at %s',
    coalesce(e.id, o.event_id), count(o.id), max(o.source), max(o.published_seq), max(e.source), max(e.seq)) AS difference
  FROM event e FULL JOIN log o ON o.event_id = e.id
  GROUP BY e.id, o.event_id
  HAVING count(o.id) <> 1 OR count(e.id) <> 1 OR max(o.source) <> max(e.source) OR NOT coalesce(bool_and(
    o.published_epoch = $1 AND EXISTS (SELECT FROM stream s WHERE s.seq = o.published_seq AND s.id = o.event_id)), false)`;

const eventStore = `
  SELECT format('event %s is %s times in the event store, at %s, and in the stream at %s',
    coalesce(e.id, o.event_id), count(o.event_id), max(o.stream_sequence), max(e.seq)) AS difference
  FROM event e FULL JOIN store o ON o.event_id = e.id
  GROUP BY e.id, o.event_id
  HAVING count(o.event_id) <> 1 OR count(e.id) <> 1
    OR NOT EXISTS (SELECT FROM stream s WHERE s.seq = max(o.stream_sequence) AND s.id = o.event_id)`;

const answered = `
  SELECT format('acknowledged entry %s is %s times in the ledger, %s in the stream, %s in the event store', wanted.id, l, s, p) AS difference
  FROM unnest($1::uuid[]) AS wanted (id),
    LATERAL (SELECT count(*) AS l FROM hub.entries WHERE entries.id = wanted.id) ledger,
    LATERAL (SELECT count(*) AS s FROM event WHERE entry = wanted.id) told,
    LATERAL (SELECT count(*) AS p FROM store WHERE source = 'hub' AND event_data ->> 'entryId' = wanted.id::text) stored
  WHERE (l, s, p) IS DISTINCT FROM (1, 1, 1)`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {
    DATABASE_URL: adminUrl,
    NATS_URL: natsUrl,
    NATS_NKEY_SEED_FILE: natsSeedFile,
  } = process.env;
  if (!adminUrl || !natsUrl || !natsSeedFile) {
    throw new Error(
      'Set DATABASE_URL (an administrator’s), NATS_URL and NATS_NKEY_SEED_FILE (the operator’s).',
    );
  }
  const found = await checkBooks({ adminUrl, natsUrl, natsSeedFile });
  console.log(JSON.stringify(found, null, 2));
  process.exitCode = found.differences.length > 0 ? 1 : 0;
}
