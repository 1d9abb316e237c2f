import type { StreamState } from '#libs/contracts';
import { StreamLostError, type EventStream } from '#libs/messaging';
import { streamMissing, type DataSource } from '#libs/persistence';
import { assertCheckpointHolds } from '../engine/checkpoint.js';
import { streamLost } from '../stream/stream-sentences.js';
import { currentEpoch } from '../stream/stream-epoch.js';

interface Live {
  readonly build: number;
  readonly epoch: string | null;
  readonly sequence: string | null;
  readonly eventId: string | null;
}

type Found = Pick<StreamState, 'state' | 'problem'>;

/** Compares the stream that is there with the one on record and with what the event store has read of it. */
export async function lookAtStream(
  dataSource: DataSource,
  stream: EventStream,
): Promise<StreamState> {
  const record = await currentEpoch(dataSource);
  const position = await stream.position();
  const [live]: Live[] = await dataSource.query(
    `SELECT p.table_version AS build, c.epoch, c.sequence, c.event_id AS "eventId"
     FROM read_model_pointers p LEFT JOIN checkpoints c USING (model, table_version)
     WHERE p.model = 'event-store'`,
  );
  const find = async (): Promise<Found> => {
    if (record?.state === 'restoring') return { state: 'restoring', problem: null };
    if (!record || record.state === 'creating') return { state: 'not-yet-made', problem: null };
    if (!position) return { state: 'missing', problem: streamMissing };
    return compare(dataSource, stream, live);
  };
  return {
    ...(await find()),
    epoch: record?.epoch ?? null,
    streamSequence: position?.lastSequence ?? 0,
    ...(live ? await knownIn(dataSource, live.build) : { known: [], lastKnown: null }),
  };
}

async function compare(
  dataSource: DataSource,
  stream: EventStream,
  live: Live | undefined,
): Promise<Found> {
  const whole: Found = { state: 'whole', problem: null };
  if (!live || live.epoch === null) return whole;
  const { epoch, sequence, eventId } = live;
  try {
    const checkpoint = { epoch, sequence: Number(sequence), eventId };
    await assertCheckpointHolds(stream, checkpoint, (text, values) =>
      dataSource.query(text, values),
    );
    return whole;
  } catch (error) {
    if (!(error instanceof StreamLostError)) throw error;
    return { state: 'damaged', problem: streamLost(error) };
  }
}

async function knownIn(
  dataSource: DataSource,
  build: number,
): Promise<Pick<StreamState, 'known' | 'lastKnown'>> {
  const table = `event_store_v${build}`;
  // Versions count without holes, so the last ones add up to the events, without reading these.
  const known: StreamState['known'] = await dataSource.query(
    `SELECT source, sum(version)::float8 AS events FROM subject_versions
     WHERE (model, table_version) = ('event-store', $1) GROUP BY source ORDER BY source`,
    [build],
  );
  const [last]: { eventId: string; type: string; sequence: number; at: Date }[] =
    await dataSource.query(
      `SELECT event_id AS "eventId", event_type AS type, stream_sequence::float8 AS sequence,
              occurred_at AS at
       FROM ${table} ORDER BY stream_sequence DESC LIMIT 1`,
    );
  if (!last) return { known, lastKnown: null };
  const { at, ...event } = last;
  return { known, lastKnown: { ...event, occurredAt: at.toISOString() } };
}
