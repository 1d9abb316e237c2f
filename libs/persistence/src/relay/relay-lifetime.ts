import {
  Injectable,
  Optional,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Readiness } from '#libs/telemetry';
import { OutboxRelay } from './outbox-relay.js';

const notCompared = 'The outbox was not compared with the event stream yet.';

/** Runs the relay as long as the application serves, and tells readiness what keeps its events waiting. */
@Injectable()
export class RelayLifetime implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly relay: OutboxRelay,
    @Optional() readiness?: Readiness,
  ) {
    readiness?.register('outbox', () => {
      const { problem } = relay.status();
      const reason = relay.hasLooked ? problem : notCompared;
      return reason ? { ready: false, reason } : { ready: true };
    });
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  /** After the last handler has answered, so that what it recorded may still go out. */
  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
