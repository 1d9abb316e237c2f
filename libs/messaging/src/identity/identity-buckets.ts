import { setTimeout as pause } from 'node:timers/promises';
import { importJWK, type CryptoKey, type JWK } from 'jose';
import { buckets, PhoenixError } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import { WatchedBucket } from '../buckets/watched-bucket.js';
import type { Connection } from '../connection.js';

/** What a service has to know of the house to say whether an access token is good, always up to date. */
export class IdentityBuckets {
  private constructor(
    /** Key id → the public key. */
    readonly tokenKeys: WatchedBucket<Promise<CryptoKey | Uint8Array>>,
    /** Session id → when its last token expires. */
    readonly revokedSessions: WatchedBucket<string>,
  ) {}

  static watch(connection: Connection, log: Log): IdentityBuckets {
    const common = { connection, log };
    return new IdentityBuckets(
      new WatchedBucket({
        ...common,
        bucket: buckets.tokenKeys,
        what: 'the token keys',
        decode: publicKey,
      }),
      new WatchedBucket({
        ...common,
        bucket: buckets.revokedSessions,
        what: 'the revoked sessions',
        decode: (bytes) => new TextDecoder().decode(bytes),
      }),
    );
  }

  get all(): readonly WatchedBucket<unknown>[] {
    return [this.tokenKeys, this.revokedSessions];
  }

  /** Waits until everything is known for the first time, at most so many milliseconds. */
  async untilKnown(atMostMs: number): Promise<void> {
    const known = Promise.all(this.all.map(({ firstKnown }) => firstKnown));
    await Promise.race([known, pause(atMostMs, undefined, { ref: false })]);
  }

  /** Refusal: `UNAVAILABLE` while a bucket is not known; nobody is let in then, and nobody refused for good. */
  assertKnown(): void {
    if (this.tokenKeys.known && this.revokedSessions.known) return;
    const unknown = this.all.filter(({ known }) => !known).map(({ what }) => what);
    const reason = `${unknown.join(' and ')} are not known`;
    throw new PhoenixError('UNAVAILABLE', `Nobody can be verified: ${reason}.`, { reason });
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((bucket) => bucket.stop()));
  }
}

function publicKey(bytes: Uint8Array): Promise<CryptoKey | Uint8Array> {
  const key = JSON.parse(new TextDecoder().decode(bytes)) as JWK;
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519' || key.d !== undefined)
    throw new Error('A token key must be the public part of an Ed25519 key, as JWK.');
  const imported = importJWK(key, 'EdDSA');
  // Whoever verifies a token with it hears of it.
  imported.catch(() => undefined);
  return imported;
}
