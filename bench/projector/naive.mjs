import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { EntitySchema } from 'typeorm';
import { streamName } from '#libs/messaging';
import { createDataSource } from '#libs/persistence';
import { say } from '../history/say.mjs';
import { bareConnection } from '../request/bare-connection.mjs';

const column = (/** @type {import('typeorm').ColumnType} */ type) => ({ type, nullable: true });
const key = (/** @type {import('typeorm').ColumnType} */ type) => ({ type, primary: true });

const events = new EntitySchema({
  name: 'event_store_v1',
  columns: {
    stream_sequence: key('bigint'),
    ...{ event_id: column('uuid'), epoch: column('uuid'), event_type: column('text') },
    ...{ event_version: column('int'), source: column('text'), subject_user_id: column('uuid') },
    ...{ subject_version: column('bigint'), actor_user_id: column('uuid') },
    ...{ correlation_id: column('text'), causation_id: column('text'), trace_id: column('text') },
    ...{ occurred_at: column('timestamptz'), recorded_at: column('timestamptz') },
    event_data: column('jsonb'),
  },
});
const balances = new EntitySchema({
  name: 'energy_balances_v2',
  columns: {
    user_id: key('uuid'),
    ...{ balance: column('int'), held: column('int'), version: column('bigint') },
  },
});

/**
 * The way it is written first: a durable consumer, each message by itself, `save` and `save`, then its acknowledgement,
 * as every stock JetStream transport does it. What comes twice is written twice; a hole does not show.
 */
const { natsUrl, adminUrl, warmUpMs, measureMs } = JSON.parse(await text(process.stdin));
const dataSource = await createDataSource({
  ...{ service: 'projector', url: adminUrl, entities: [events, balances] },
}).initialize();
const nats = await connect(await bareConnection(natsUrl, process.env.STOREKEEPER_NKEY_SEED_FILE));
const manager = await jetstreamManager(nats);
const durable = `naive-${process.pid}`;
await manager.consumers.add(streamName, { durable_name: durable, ack_policy: AckPolicy.Explicit });
const messages = await (await jetstream(nats).consumers.get(streamName, durable)).consume();
const epoch = '00000000-0000-4000-8000-000000000000';
let taken = 0;
const working = work();
await Promise.race([working, pause(warmUpMs)]);
const [before, startedAt] = [taken, performance.now()];
say('start');
await Promise.race([working, pause(measureMs)]);
say('end', { answered: taken - before, elapsedMs: performance.now() - startedAt });
messages.stop();
await manager.consumers.delete(streamName, durable);
process.exit(0);

async function work() {
  for await (const message of messages) {
    await save(message);
    message.ack();
    taken++;
  }
}

async function save(
  /** @type {import('@nats-io/jetstream').JsMsg} */ { headers, seq, time, data },
) {
  const of = (/** @type {string} */ name) => headers?.get(name) || null;
  const json = JSON.parse(new TextDecoder().decode(data));
  const [user_id, version] = [of('ce-subject'), of('ce-subjectversion')];
  await dataSource.getRepository(events).save({
    ...{ stream_sequence: seq, event_id: of('ce-id'), epoch, event_type: of('ce-type') },
    ...{ event_version: Number(of('ce-dataschema')?.split(':').at(-1)) },
    ...{ source: of('ce-source')?.replace('phoenix/', ''), subject_user_id: user_id },
    ...{ subject_version: version, actor_user_id: of('ce-actorid') },
    ...{ correlation_id: of('ce-correlationid'), causation_id: of('ce-causationid') },
    ...{ trace_id: of('traceparent')?.split('-')[1], occurred_at: of('ce-time') },
    ...{ recorded_at: time, event_data: json },
  });
  const { balance = 0, held = 0 } = json;
  await dataSource.getRepository(balances).save({ user_id, balance, held, version });
}
