import { Injectable } from '@nestjs/common';
import type { BucketEntry, TokenSigner } from '#libs/messaging';
import { DataSource } from '#libs/persistence';

/** The keys that access tokens may be signed with: those of every website so far, except the removed ones. */
@Injectable()
export class TokenKeys {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds the key beside the older ones. Throws when it was removed: what it signs is refused everywhere. */
  async add({ keyId, publicKey }: TokenSigner): Promise<void> {
    const [row] = await this.dataSource.query<{ removed: boolean }[]>(
      `WITH added AS (
         INSERT INTO token_keys (key_id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING)
       SELECT removed_at IS NOT NULL AS removed FROM token_keys WHERE key_id = $1`,
      [keyId, publicKey],
    );
    if (!row?.removed) return;
    throw new Error(
      `The signing key ${keyId} was removed, and what it signs is refused. Give the website another one (PHOENIX_SIGNING_KEY_FILE).`,
    );
  }

  /** What belongs in the bucket of the token keys. */
  async entries(): Promise<BucketEntry[]> {
    const rows = await this.dataSource.query<{ key: string; value: string | null }[]>(
      `SELECT key_id AS key, CASE WHEN removed_at IS NULL THEN public_key::text END AS value
       FROM token_keys`,
    );
    return rows.map(({ key, value }) => ({ key, value: value ?? undefined }));
  }
}
