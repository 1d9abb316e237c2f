import { randomUUID } from 'node:crypto';
import { jetstreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { keeper, type TestBroker } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';

async function withNats<T>(
  broker: TestBroker,
  work: (nats: NatsConnection) => Promise<T>,
): Promise<T> {
  const nats = await connectRaw(broker, keeper);
  return work(nats).finally(() => void nats.close());
}

/** Puts something in the stream that is no event of ours; answers its place. */
export function putJunk(broker: TestBroker): Promise<number> {
  return withNats(broker, async (nats) => {
    const { data } = await nats.request(`phoenix.event.hub.${randomUUID()}`, 'who are you?', {
      timeout: 5_000,
    });
    return (JSON.parse(new TextDecoder().decode(data)) as { seq: number }).seq;
  });
}

/** Publishes a message of the stream once more, past the broker's own look for duplicates. */
export function repeatMessage(broker: TestBroker, sequence: number): Promise<void> {
  return withNats(broker, async (nats) => {
    const { direct } = await jetstreamManager(nats);
    const message = await direct.getMessage('PHOENIX_EVENTS', { seq: sequence });
    const again = headers();
    for (const [name, values] of message!.header)
      if (!name.startsWith('Nats-')) again.set(name, values[0]!);
    await nats.request(message!.subject, message!.data, { headers: again, timeout: 5_000 });
  });
}

interface Told {
  readonly type: string;
  readonly data: object;
}

/** Publishes an event of the hub that the hub never told, with a version of the forger's choice. */
export function forgeEvent(
  broker: TestBroker,
  userId: string,
  subjectVersion: number,
  { type, data }: Told = { type: 'AccountOpened', data: { catalogueVersion: 1 } },
): Promise<void> {
  return withNats(broker, async (nats) => {
    const forged = headers();
    const attributes = {
      id: randomUUID(),
      source: 'phoenix/hub',
      type,
      subject: userId,
      time: new Date().toISOString(),
      dataschema: `urn:phoenix:event:${type}:1`,
      subjectversion: String(subjectVersion),
      correlationid: 'forged',
      causationid: 'forged',
    };
    for (const [name, value] of Object.entries(attributes)) forged.set(`ce-${name}`, value);
    forged.set('traceparent', `00-${'1'.repeat(32)}-${'1'.repeat(16)}-01`);
    const subject = `phoenix.event.hub.${userId}`;
    await nats.request(subject, JSON.stringify(data), { headers: forged, timeout: 5_000 });
  });
}
