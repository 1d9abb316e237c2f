import type { StoringService } from './roles.js';

/** An event claimed a version that its subject already has: it was not taken under the subject's lock (R2). */
export class SubjectVersionTaken extends Error {
  override readonly name = 'SubjectVersionTaken';
  /** Postgres' unique_violation: a data error of one event, not of its neighbours. */
  readonly code = '23505';

  constructor(service: StoringService, cause: unknown) {
    const { detail = '' } = cause as { detail?: string };
    super(
      `An event of ${service} claims a version that its subject already has. Take the version under the subject's lock, in the transaction that records the event. ${detail}`.trim(),
      { cause },
    );
  }
}
