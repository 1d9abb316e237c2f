import type { EventEnvelope, listDeadLetters, ReplyOf } from '#libs/contracts';

export type Letter = ReplyOf<typeof listDeadLetters>['letters'][number];

export interface KeptLetter extends Pick<
  Letter,
  'model' | 'build' | 'reason' | 'explanation' | 'attempts'
> {
  readonly sequence: string;
  readonly envelope: string | null;
  readonly recordedAt: Date;
  readonly parkedAt: Date;
  readonly triedAt: Date | null;
}

/** The columns of a dead letter that are told, its data apart. */
export const letterColumns = `model, table_version AS build, sequence, letter.reason, explanation, envelope,
  recorded_at AS "recordedAt", parked_at AS "parkedAt", attempts, tried_at AS "triedAt"`;

export function letterOf(row: KeptLetter): Letter {
  const { sequence, envelope, recordedAt, parkedAt, triedAt, ...kept } = row;
  const told = envelope === null ? null : (JSON.parse(envelope) as EventEnvelope);
  return {
    ...kept,
    sequence: Number(sequence),
    source: told?.source ?? null,
    userId: told?.userId ?? null,
    subjectVersion: told?.subjectVersion ?? null,
    eventId: told?.id ?? null,
    type: told?.type ?? null,
    eventVersion: told?.eventVersion ?? null,
    recordedAt: recordedAt.toISOString(),
    parkedAt: parkedAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
  };
}
