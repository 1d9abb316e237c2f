import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { ServiceName } from '#libs/contracts';
import { Readiness } from '#libs/telemetry';
import { MessageClient } from './client/message-client.js';
import { Connection } from './connection.js';
import { RecentHops } from './hops/recent-hops.js';
import { IdentityBuckets } from './identity/identity-buckets.js';
import { TokenVerifier } from './identity/token-verifier.js';
import { EventHints } from './stream/event-hints.js';
import { EventStream } from './stream/event-stream.js';

export interface MessagingOptions {
  readonly service: ServiceName;
  readonly connection: Connection;
  readonly identity: IdentityBuckets;
  readonly verifier: TokenVerifier;
  readonly recent: RecentHops;
}

/** Gives a service its NATS connection, the client for other services, the event stream, and the token verifier. */
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(
    private readonly connection: Connection,
    private readonly identity: IdentityBuckets,
    readiness: Readiness,
  ) {
    readiness.register('nats', async () => {
      if (!connection.connected) return { ready: false, reason: 'There is no connection to NATS.' };
      if (connection.refused) return { ready: false, reason: connection.refused };
      // A round trip: a connection may stand and carry nothing.
      await connection.nats.flush();
      return { ready: true };
    });
    for (const bucket of identity.all) {
      readiness.register(bucket.what, () =>
        bucket.known ? { ready: true } : { ready: false, reason: `It waits for ${bucket.what}.` },
      );
    }
  }

  static forService(options: MessagingOptions): DynamicModule {
    const { service, connection, identity, verifier, recent } = options;
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: Connection, useValue: connection },
        { provide: IdentityBuckets, useValue: identity },
        { provide: TokenVerifier, useValue: verifier },
        { provide: MessageClient, useValue: new MessageClient(connection, service, recent) },
        { provide: RecentHops, useValue: recent },
        { provide: EventHints, useValue: new EventHints(connection, service) },
        { provide: EventStream, useFactory: () => EventStream.open(connection) },
      ],
      exports: [
        ...[Connection, IdentityBuckets, TokenVerifier],
        ...[MessageClient, RecentHops, EventHints, EventStream],
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.identity.stop();
    await this.connection.close();
  }
}
