import { Inject, Injectable } from '@nestjs/common';
import { PhoenixError, signedIn, type Cause } from '#libs/contracts';
import { LOG } from '#libs/messaging';
import {
  DataSource,
  nextSubjectVersion,
  recordEvents,
  transaction,
  unavailableDatabase,
} from '#libs/persistence';
import type { Log } from '#libs/telemetry';

/** Tells of sign-ins, in the website's own event log. */
@Injectable()
export class SignIns {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Records `SignedIn` of a user. Refusal: `UNAVAILABLE`, outcome unknown, when Postgres is away or too busy. */
  async record(userId: string, cause: Cause): Promise<void> {
    try {
      await transaction(this.dataSource, async (tx) => {
        const subjectVersion = await nextSubjectVersion(tx, userId);
        const data = { method: 'access-token' as const };
        await recordEvents(tx, {
          source: 'website',
          cause,
          occurredAt: new Date(),
          events: [{ contract: signedIn, userId, data, subjectVersion }],
        });
      });
    } catch (error) {
      throw unavailableDatabase(error) ? this.unavailable(error) : error;
    }
  }

  private unavailable(cause: unknown): PhoenixError<'UNAVAILABLE'> {
    this.log.error({ err: cause }, 'a sign-in could not be recorded');
    const reason = 'the database does not answer';
    return new PhoenixError(
      'UNAVAILABLE',
      `The sign-in could not be recorded: ${reason}.`,
      { reason, outcome: 'unknown' },
      { cause },
    );
  }
}
