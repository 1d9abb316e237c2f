import { connect } from '@nats-io/transport-node';
import { jetstreamManager } from '@nats-io/jetstream';
import { Client } from 'pg';
import { eventually } from '#libs/testing';

const outboxes = ['hub', 'letters', 'cv', 'website'];

/** Waits until every outbox is published and every read model has reached the end of the stream. */
export async function settled(databaseUrl: string, natsUrl: string): Promise<void> {
  await eventually(() => isSettled(databaseUrl, natsUrl).catch(() => false), Boolean, 60_000);
}

async function isSettled(databaseUrl: string, natsUrl: string): Promise<boolean> {
  const nats = await connect({ servers: natsUrl });
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    for (const service of outboxes) {
      const { rowCount } = await client.query(
        `SELECT FROM ${service}.outbox_waiting LIMIT 1`,
      );
      if (rowCount) return false;
    }
    const { state } = await (await jetstreamManager(nats)).streams.info('PHOENIX_EVENTS');
    const { rows } = await client.query<{ reached: string }>(
      'SELECT coalesce(min(sequence), 0) AS reached FROM projector.checkpoints',
    );
    return Number(rows[0]!.reached) === state.last_seq;
  } finally {
    await client.end();
    await nats.close();
  }
}
