import type { EventEnvelope, listDeadLetters, ReplyOf } from '#libs/contracts';

export type Letter = ReplyOf<typeof listDeadLetters>['letters'][number];

export interface KeptLetter extends Pick<Letter, 'model' | 'build' | 'reason' | 'explanation'> {
  readonly sequence: string;
  readonly envelope: string | null;
  readonly parkedAt: Date;
}

/** The columns of a dead letter that are told, its data apart. */
export const letterColumns = `model, table_version AS build, sequence, reason, explanation, envelope,
  parked_at AS "parkedAt"`;

export function letterOf({ sequence, envelope, parkedAt, ...kept }: KeptLetter): Letter {
  const told = envelope === null ? null : (JSON.parse(envelope) as EventEnvelope);
  return {
    ...kept,
    sequence: Number(sequence),
    source: told?.source ?? null,
    userId: told?.userId ?? null,
    subjectVersion: told?.subjectVersion ?? null,
    eventId: told?.id ?? null,
    type: told?.type ?? null,
    parkedAt: parkedAt.toISOString(),
  };
}
