import { Inject, Injectable } from '@nestjs/common';
import { signedIn, type Cause, type DataOf } from '#libs/contracts';
import { LOG } from '#libs/messaging';
import {
  DataSource,
  nextSubjectVersion,
  recordEvents,
  transaction,
  type EntityManager,
} from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { recorded } from './recorded.js';

export interface SignIn {
  readonly userId: string;
  readonly method: DataOf<typeof signedIn>['method'];
  readonly cause: Cause;
}

/** Tells of sign-ins, in the website's own event log. */
@Injectable()
export class SignIns {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Records `SignedIn` of a user, and in the same transaction what else is `opened` with it. Refusal: `UNAVAILABLE`,
   * outcome unknown, when Postgres is away or too busy.
   */
  async record(
    { userId, method, cause }: SignIn,
    opened: (tx: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await recorded('a sign-in', this.log, () =>
      transaction(this.dataSource, async (tx) => {
        await opened(tx);
        const subjectVersion = await nextSubjectVersion(tx, userId);
        await recordEvents(tx, {
          source: 'website',
          cause,
          occurredAt: new Date(),
          events: [{ contract: signedIn, userId, data: { method }, subjectVersion }],
        });
      }),
    );
  }
}
