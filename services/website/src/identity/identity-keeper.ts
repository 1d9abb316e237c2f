import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Connection, IdentityBuckets, KeptBucket, LOG, TokenSigner } from '#libs/messaging';
import type { Log } from '#libs/telemetry';
import { revokedEntry, Sessions } from './sessions.js';
import { TokenKeys } from './token-keys.js';

/** Tells all services which keys are good and which sessions are over, and tells it again when that was lost. */
@Injectable()
export class IdentityKeeper implements OnModuleInit, OnApplicationShutdown {
  private tokenKeys: KeptBucket | undefined;
  private revokedSessions: KeptBucket | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly buckets: IdentityBuckets,
    private readonly signer: TokenSigner,
    private readonly keys: TokenKeys,
    private readonly sessions: Sessions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keys.add(this.signer);
    const { connection, log } = this;
    this.tokenKeys = new KeptBucket({
      connection,
      log,
      watched: this.buckets.tokenKeys,
      read: () => this.keys.entries(),
      // Who removes a key does it in the table, and means at once.
      compareEveryMs: 1_000,
    });
    this.revokedSessions = new KeptBucket({
      connection,
      log,
      watched: this.buckets.revokedSessions,
      read: () => this.sessions.revoked(),
      compareEveryMs: 30_000,
    });
  }

  /** Refusal: `UNAVAILABLE`, outcome unknown; it is told as soon as that is possible again. */
  async tellRevoked(sessionId: string, expiresAt: Date): Promise<void> {
    await this.revokedSessions?.write(revokedEntry(sessionId, expiresAt));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.tokenKeys?.stop(), this.revokedSessions?.stop()]);
  }
}
