import { Injectable } from '@nestjs/common';
import type { BucketEntry, Identity } from '#libs/messaging';
import { DataSource } from '#libs/persistence';

/** Every session that was opened or ended here; the truth behind the bucket of the revoked ones. */
@Injectable()
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  /** From now on the session is over; also one that was opened elsewhere, by a token of the command line. */
  async revoke({ sessionId, userId, staff, expiresAt }: Identity): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sessions (id, user_id, staff, expires_at, revoked_at)
       VALUES ($1, $2, $3, $4, clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET revoked_at = coalesce(sessions.revoked_at, excluded.revoked_at)`,
      [sessionId, userId, staff, expiresAt],
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
