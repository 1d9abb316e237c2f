import type { Checkpoint } from './checkpoint.js';

/** Asks Postgres; answers the rows. */
export type Ask = <R extends object>(text: string, values: unknown[]) => Promise<R[]>;

/**
 * When the stream took the event at a checkpoint (milliseconds since 1970), as the event store has kept it; null where
 * it has no such event, or is of another stream.
 */
export async function storedAtMs(
  ask: Ask,
  { epoch, sequence }: Checkpoint,
): Promise<number | null> {
  const [live] = await ask<{ build: number }>(
    `SELECT table_version AS build FROM read_model_pointers JOIN checkpoints c USING (model, table_version)
     WHERE model = 'event-store' AND c.epoch = $1`,
    [epoch],
  );
  if (!live) return null;
  const [stored] = await ask<{ at: Date }>(
    `SELECT recorded_at AS at FROM event_store_v${live.build} WHERE stream_sequence = $1`,
    [sequence],
  );
  return stored?.at.getTime() ?? null;
}
