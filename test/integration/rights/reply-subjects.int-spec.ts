import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { buckets, house, serviceNames } from '#libs/contracts';
import { eventually, keeper, TestStack } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { connectRaw } from '../wire/raw-connection.js';

const stream = 'PHOENIX_EVENTS';
const telling = serviceNames.filter((name) => house[name].emits.length > 0);

/** The server does not look at the reply subject that a client names; what comes of it is tried here. */
describe('R28: a reply subject is no way around the rights of', () => {
  let stack: TestStack;
  let storage: NatsConnection;
  let manager: JetStreamManager;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    await stack.run('hub', hubService);
    storage = await connectRaw(stack.broker, keeper);
    manager = await jetstreamManager(storage);
  });
  afterAll(async () => {
    await storage?.close();
    await stack?.stop();
  });

  /** How many messages each subject of the event stream has, and each bucket. */
  async function everything() {
    const all = await manager.streams.list().next();
    const { state } = await manager.streams.info(stream, { subjects_filter: '>' });
    const kept = all.filter(({ config }) => config.name !== stream);
    return {
      subjects: state.subjects ?? {},
      buckets: kept.map((bucket) => `${bucket.config.name}: ${bucket.state.messages}`).toSorted(),
    };
  }

  const orders = [stream, ...Object.values(buckets).map((bucket) => `KV_${bucket}`)].flatMap(
    (name) =>
      ['DELETE', 'PURGE'].flatMap((verb) =>
        ['$JS.API', '$JS.EVENTS.API'].map((api) => `${api}.STREAM.${verb}.${name}`),
      ),
  );
  const forgeries = [
    'phoenix.event.projector.x',
    `$KV.${buckets.tokenKeys}.x`,
    `$JS.EVENTS.API.$KV.${buckets.tokenKeys}.x`,
  ];

  it.each(telling)('%s: no answer of JetStream is an order, an event or a key', async (service) => {
    const nats = await connectRaw(stack.broker, service);
    const consumer = `relay-${service}`;
    const next = `$JS.EVENTS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`;
    const config = {
      name: consumer,
      filter_subject: `phoenix.event.${service}.>`,
      ack_policy: 'none',
      inactive_threshold: 60e9,
    };
    const create = `$JS.EVENTS.API.CONSUMER.CREATE.${stream}.${consumer}.${config.filter_subject}`;
    await nats.request(create, JSON.stringify({ stream_name: stream, config }));
    const before = await everything();

    const others = telling
      .filter((name) => name !== service)
      .map((name) => `phoenix.event.${name}.x`);
    for (const reply of [...orders, ...others, ...forgeries]) {
      // Nothing there, time is over, what is wrong, where the stream stands, what was stored: five kinds of answer.
      nats.publish(next, '{"batch":1,"no_wait":true}', { reply });
      nats.publish(next, '{"batch":1,"expires":10000000}', { reply });
      nats.publish(next, 'no request', { reply });
      nats.publish(`$JS.EVENTS.API.STREAM.INFO.${stream}`, '', { reply });
      nats.publish(`phoenix.event.${service}.x`, '', { reply });
    }
    await nats.flush();
    // An answer to the last request comes after all others.
    await nats.request(`$JS.EVENTS.API.STREAM.INFO.${stream}`);
    await nats.close();

    const own = `phoenix.event.${service}.x`;
    const stored = orders.length + others.length + forgeries.length;
    const after = await eventually(everything, ({ subjects }) => subjects[own] === stored);
    expect(after.subjects).toEqual({ ...before.subjects, [own]: stored });
    expect(after.buckets).toEqual(before.buckets);
  });

  it('a service does not answer discovery where its answer would be an event of its own', async () => {
    const before = await everything();
    const website = await connectRaw(stack.broker, 'website');
    for (const verb of ['PING', 'INFO', 'STATS', 'INFO.hub'])
      website.publish(`$SRV.${verb}`, '', { reply: 'phoenix.event.hub.x' });
    await website.request('$SRV.PING.hub');
    await website.close();
    expect(await everything()).toEqual(before);
  });
});
