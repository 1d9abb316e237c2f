import { connect, type NatsConnection } from '@nats-io/transport-node';
import { observer, type TestBroker } from '#libs/testing';
import { nkeyCredential } from '../../../libs/messaging/src/permissions/nkey-credential.js';

/** A plain NATS client with a credential of the test broker: a service's, the observer's, or the keeper's. */
export async function connectRaw(broker: TestBroker, name = observer): Promise<NatsConnection> {
  return connect({
    servers: broker.url,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    timeout: 3_000,
    reconnectTimeWait: 100,
    authenticator: await authenticatorOf(broker, name),
    inboxPrefix: `_INBOX.${name}`,
  });
}

export async function authenticatorOf(broker: TestBroker, name = observer) {
  return (await nkeyCredential(broker.seedFile(name))).authenticator;
}
