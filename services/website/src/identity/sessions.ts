import { Inject, Injectable } from '@nestjs/common';
import { PhoenixError } from '#libs/contracts';
import { LOG, type BucketEntry, type Identity } from '#libs/messaging';
import { DataSource, type EntityManager } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { recorded } from './recorded.js';

/** Every session that was opened or ended here; the truth behind the bucket of the revoked ones. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Refusal: `SIGN_IN_LINK_REFUSED`, used, when this code opened a session before, here or at another instance. */
  async open(tx: EntityManager, session: Identity, codeId: string): Promise<void> {
    const { sessionId, userId, staff, expiresAt } = session;
    const rows = await tx.query<unknown[]>(
      `INSERT INTO sessions (id, user_id, staff, code_id, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT sessions_code_used_once DO NOTHING RETURNING id`,
      [sessionId, userId, staff, codeId, expiresAt],
    );
    if (rows.length > 0) return;
    const sentence = 'The sign-in link was used before; it opens one session only.';
    throw new PhoenixError('SIGN_IN_LINK_REFUSED', sentence, { reason: 'used' });
  }

  /**
   * From now on the session is over; also one that was opened elsewhere, by a token of the command line. Refusal:
   * `UNAVAILABLE`, outcome unknown, when Postgres is away or too busy.
   */
  async revoke({ sessionId, userId, staff, expiresAt }: Identity): Promise<void> {
    await recorded('the end of a session', this.log, () =>
      this.dataSource.query(
        `INSERT INTO sessions (id, user_id, staff, expires_at, revoked_at)
         VALUES ($1, $2, $3, $4, clock_timestamp()) ON CONFLICT (id)
         DO UPDATE SET revoked_at = coalesce(sessions.revoked_at, excluded.revoked_at)`,
        [sessionId, userId, staff, expiresAt],
      ),
    );
  }

  /** What belongs in the bucket of the revoked sessions: those with a token that could still be valid. */
  async revoked(): Promise<BucketEntry[]> {
    const rows = await this.dataSource.query<{ id: string; expiresAt: Date }[]>(
      `SELECT id, expires_at AS "expiresAt" FROM sessions
       WHERE revoked_at IS NOT NULL AND expires_at > clock_timestamp()`,
    );
    return rows.map(({ id, expiresAt }) => revokedEntry(id, expiresAt));
  }
}

export function revokedEntry(sessionId: string, expiresAt: Date): BucketEntry {
  return { key: sessionId, value: expiresAt.toISOString(), expiresAt };
}
