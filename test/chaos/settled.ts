import { Client } from 'pg';
import { EventStream, type Connection } from '#libs/messaging';
import { eventually } from '#libs/testing';

const outboxes = ['hub', 'letters', 'cv', 'website'];

/** Waits until every outbox is published and every read model has reached the end of the stream. */
export async function settled(databaseUrl: string, connection: Connection): Promise<void> {
  await eventually(() => isSettled(databaseUrl, connection).catch(() => false), Boolean, 60_000);
}

async function isSettled(databaseUrl: string, connection: Connection): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    for (const service of outboxes) {
      const { rowCount } = await client.query(`SELECT FROM ${service}.outbox_waiting LIMIT 1`);
      if (rowCount) return false;
    }
    const position = await (await EventStream.open(connection)).position();
    const { rows } = await client.query<{ reached: string }>(
      'SELECT coalesce(min(sequence), 0) AS reached FROM projector.checkpoints',
    );
    return Number(rows[0]!.reached) === position?.lastSequence;
  } finally {
    await client.end();
  }
}
