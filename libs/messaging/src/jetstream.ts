import type { JetStreamManagerOptions } from '@nats-io/jetstream';
import type { Connection } from './connection.js';

/**
 * The NATS account that holds the event stream and the buckets. Services are in another one and reach it through
 * imports: a reply subject is no order there, which within one account it would be (deploy/nats/README.md).
 */
export const storageAccount = 'EVENTS';

/** The account that all services are in. */
export const houseAccount = 'HOUSE';

/** What stands before each JetStream request of a service, and before each write to a bucket. */
export const jetStreamApi = `$JS.${storageAccount}.API`;

/** How every JetStream client of ours asks: in the storage account, its answers and deliveries to our own inbox. */
export function jetStreamOptions({ inboxPrefix }: Connection): JetStreamManagerOptions {
  return {
    domain: storageAccount,
    watcherPrefix: inboxPrefix,
    timeout: 2_000,
    checkAPI: false,
  };
}
