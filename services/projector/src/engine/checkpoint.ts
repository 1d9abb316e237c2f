import { StreamLostError, type EventStream } from '#libs/messaging';
import type { Build } from '../builds/build.js';
import type { ModelSession } from './model-session.js';
import { storedAtMs, type Ask } from './stored-at.js';

/** The last event that a model has taken, and in which stream: the model's only position (R22). */
export interface Checkpoint {
  readonly epoch: string;
  /** 0 before the first event. */
  readonly sequence: number;
  /** Null before the first event, and where the event had no id that could be read. */
  readonly eventId: string | null;
}

interface CheckpointRow {
  readonly epoch: string;
  readonly sequence: string;
  readonly event_id: string | null;
}

export async function loadCheckpoint(
  session: ModelSession,
  { model, number }: Build,
): Promise<Checkpoint | null> {
  const { rows } = await session.query<CheckpointRow>({
    text: 'SELECT epoch, sequence, event_id FROM checkpoints WHERE model = $1 AND table_version = $2',
    values: [model, number],
  });
  const [row] = rows;
  return row ? { epoch: row.epoch, sequence: Number(row.sequence), eventId: row.event_id } : null;
}

export async function startCheckpoint(
  session: ModelSession,
  { model, number }: Build,
  epoch: string,
  sequence: number,
): Promise<Checkpoint> {
  await session.query({
    text: `INSERT INTO checkpoints (model, table_version, epoch, sequence, state)
           VALUES ($1, $2, $3, $4, 'running')`,
    values: [model, number, epoch, sequence],
  });
  return { epoch, sequence, eventId: null };
}

/**
 * Throws a StreamLostError that says what is wrong unless the stream still holds what the checkpoint says (R18). A stream
 * that was cut and filled again holds every event, but not each where it was: it shows by the time at which it took them.
 */
export async function assertCheckpointHolds(
  stream: EventStream,
  checkpoint: Checkpoint,
  ask: Ask,
): Promise<void> {
  const { epoch, sequence, eventId } = checkpoint;
  const position = await stream.position();
  if (!position) throw new StreamLostError('the event stream is missing');
  if (position.epoch !== epoch) {
    throw new StreamLostError(
      `the event stream is another one (epoch ${position.epoch}) than this read model was built from (epoch ${epoch})`,
    );
  }
  if (position.lastSequence < sequence) {
    throw new StreamLostError(
      `the event stream was cut: it ends at ${position.lastSequence}, before ${sequence}, which this read model has reached`,
    );
  }
  if (eventId === null) return;
  const there = await stream.placeOf(sequence);
  if (there?.eventId !== eventId) {
    throw new StreamLostError(
      `the event stream was rewound: at ${sequence} it holds another event than this read model was built from`,
    );
  }
  const storedAt = await storedAtMs(ask, checkpoint);
  // Two ways to ask for a time may round it otherwise.
  if (storedAt !== null && Math.abs(storedAt - there.storedAtMs) > 1) {
    throw new StreamLostError(
      `the event stream was rewound, and filled again: it took the event at ${sequence} another time than this read model knows`,
    );
  }
}
