import type { EventEnvelope } from '#libs/contracts';
import type { Fact } from './fact.js';

export interface LetterRow {
  readonly epoch: string;
  readonly sequence: string;
  readonly recorded_at: Date;
  readonly data: Buffer;
  readonly envelope: string;
}

/** A dead letter as the event that it was when it came. */
export function readLetter({ epoch, sequence, recorded_at, data, envelope }: LetterRow): Fact {
  return {
    epoch,
    sequence: Number(sequence),
    recordedAt: recorded_at.toISOString(),
    bytes: data,
    envelope: JSON.parse(envelope) as EventEnvelope,
  };
}
