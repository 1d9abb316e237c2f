import { listAccounts } from '#libs/contracts';
import { newCaller, type EventStream, type MessageClient } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import { fromLive } from '../queries/from-live.js';
import { placeOf } from '../queries/model-place.js';
import { energyHistory } from '../read-models/energy-history.js';
import { eventStore } from '../read-models/event-store.js';
import type { Books, LedgerFigures, ReadModelFigures, StreamFigures } from './compare-account.js';

export interface Sources {
  readonly dataSource: DataSource;
  readonly stream: EventStream;
  readonly client: MessageClient;
}

/** What the three parties tell of these accounts: the ledger first, then what follows from it, at its version. */
export async function readBooks(
  sources: Sources,
  users: readonly string[],
): Promise<Map<string, Books>> {
  const { accounts } = await sources.client.request(
    listAccounts,
    { users: [...users] },
    newCaller(),
  );
  const ledger = new Map(accounts.map((one) => [one.userId, one]));
  const readModel = await fromLive(() => readModelFigures(sources.dataSource, accounts));
  const stream = await fromLive(() => streamFigures(sources, accounts));
  return new Map(
    users.map((userId) => [
      userId,
      {
        ledger: ledger.get(userId),
        readModel: readModel.get(userId),
        stream: stream.get(userId) ?? 'not known yet',
      },
    ]),
  );
}

type Row = Record<'userId', string> & Record<string, number | string>;

async function readModelFigures(
  dataSource: DataSource,
  accounts: readonly LedgerFigures[],
): Promise<Map<string, ReadModelFigures>> {
  const { tableVersion } = await placeOf(dataSource, energyHistory);
  const lines = `energy_history_v${tableVersion}`;
  const rows: Row[] = await dataSource.query(
    `SELECT asked.user_id AS "userId", s.version::float8 AS reached,
            b.balance, b.held, last.balance AS last_balance, last.held AS last_held,
            line.balance AS line_balance, line.held AS line_held, sum.balance AS sum_balance, sum.held AS sum_held
     FROM unnest($1::uuid[], $2::bigint[]) AS asked (user_id, version)
     JOIN subject_versions s ON (s.model, s.table_version, s.source, s.subject_user_id)
                              = ($3, $4::int, 'hub', asked.user_id)
     JOIN energy_balances_v${tableVersion} b ON b.user_id = asked.user_id
     LEFT JOIN LATERAL (SELECT balance, held FROM ${lines} l WHERE l.user_id = asked.user_id
                        ORDER BY version DESC LIMIT 1) AS last ON true
     LEFT JOIN LATERAL (SELECT balance, held FROM ${lines} l
                        WHERE l.user_id = asked.user_id AND l.version <= asked.version
                        ORDER BY version DESC LIMIT 1) AS line ON true
     LEFT JOIN LATERAL (SELECT sum(amount)::int AS balance, sum(held_change)::int AS held FROM ${lines} l
                        WHERE l.user_id = asked.user_id AND l.version <= asked.version) AS sum ON true`,
    [
      accounts.map(({ userId }) => userId),
      accounts.map(({ version }) => version),
      energyHistory.name,
      tableVersion,
    ],
  );
  const points = (row: Row, of: string) => ({
    balance: Number(row[`${of}balance`] ?? 0),
    held: Number(row[`${of}held`] ?? 0),
  });
  return new Map(
    rows.map((row) => [
      row.userId,
      {
        reached: Number(row.reached),
        line: points(row, 'line_'),
        sum: points(row, 'sum_'),
        shown: points(row, ''),
        lastLine: points(row, 'last_'),
      },
    ]),
  );
}

/** The event store knows where in the stream a version is; what it says is read from the stream itself. */
async function streamFigures(
  { dataSource, stream }: Sources,
  accounts: readonly LedgerFigures[],
): Promise<Map<string, StreamFigures | null>> {
  const { tableVersion } = await placeOf(dataSource, eventStore);
  const places: { userId: string; sequence: number }[] = await dataSource.query(
    `SELECT subject_user_id AS "userId", stream_sequence::float8 AS sequence
     FROM unnest($1::uuid[], $2::bigint[]) AS asked (user_id, version)
     JOIN event_store_v${tableVersion} e
       ON (e.source, e.subject_user_id, e.subject_version) = ('hub', asked.user_id, asked.version)`,
    [accounts.map(({ userId }) => userId), accounts.map(({ version }) => version)],
  );
  const found = places.map(async ({ userId, sequence }) => {
    const event = await stream.eventAt(sequence);
    return [userId, event && figuresOf(event)] as const;
  });
  return new Map(await Promise.all(found));
}

/** An event without figures is the first of its account, which has nothing yet. */
function figuresOf({ envelope, data }: NonNullable<Awaited<ReturnType<EventStream['eventAt']>>>) {
  const { balance = 0, held = 0 } = JSON.parse(data) as { balance?: number; held?: number };
  return { userId: envelope.userId, version: envelope.subjectVersion, balance, held };
}
