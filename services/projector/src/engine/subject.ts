import type { EventEnvelope, ServiceName } from '#libs/contracts';

/** Whose history an event belongs to: the user, as one service tells of them (R2). */
export interface Subject {
  readonly source: ServiceName;
  readonly userId: string | null;
}

/** How far a model has come with a subject, and why it goes no further (R24). */
export interface SubjectState {
  readonly version: number;
  readonly parked: 'GAP' | 'POISON' | null;
}

/** Stands for "no user" in a primary key, which cannot be null. */
export const nobody = '00000000-0000-0000-0000-000000000000';

export const unseen: SubjectState = { version: 0, parked: null };

export function subjectOf({ source, userId }: EventEnvelope): Subject {
  return { source, userId };
}

export function keyOf({ source, userId }: Subject): string {
  return `${source}/${userId ?? nobody}`;
}
