import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { RecordedEvent } from '#libs/contracts';
import {
  EventStream,
  PublishError,
  readEvents,
  StreamLostError,
  type Connection,
  type StreamedEvent,
} from '#libs/messaging';
import { eventually, keeper, TestStack } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';
import { eventHeaders } from '../../../libs/messaging/src/stream/event-headers.js';
import { askWithRawHeaders } from '../wire/raw-headers.js';

const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('EventStream', () => {
  let stack: TestStack;
  let stream: EventStream;
  let connection: Connection;
  let epoch: string;

  beforeAll(async () => {
    stack = await TestStack.start();
    connection = await stack.connect('stream-test');
    stream = await EventStream.open(connection);
    expect(await stream.position()).toBeNull();
    epoch = await stack.createStream();
  });
  afterAll(() => stack?.stop());

  const userId = randomUUID();
  let version = 0;
  function event(): RecordedEvent {
    version += 1;
    const envelope = {
      id: randomUUID(),
      source: 'hub' as const,
      type: 'EnergyConsumed',
      eventVersion: 1,
      userId,
      subjectVersion: version,
      occurredAt: '2026-11-22T10:00:00.000Z',
      actorId: userId,
      correlationId: randomUUID(),
      causationId: randomUUID(),
      traceparent: trace,
    };
    return { envelope, data: JSON.stringify({ version }) };
  }

  async function read(from: number, count: number): Promise<StreamedEvent[]> {
    const enough = new AbortController();
    const found: StreamedEvent[] = [];
    const options = { stream, epoch, from, batchSize: 100, signal: enough.signal, log: stack.log };
    for await (const batch of readEvents(options)) {
      found.push(...batch);
      if (found.length >= count) enough.abort();
    }
    return found;
  }

  it('R21: is what its definition says, read back from the server', async () => {
    expect(await stream.drift({ maxBytes: 1024 ** 3, replicas: 1 })).toEqual([]);
    expect(await stream.drift({ maxBytes: 5, replicas: 1 })).toEqual([
      'max_bytes is 1073741824, should be 5',
    ]);
  });

  it('R17: takes a batch as a whole, in order, and tells each sequence', async () => {
    const before = (await stream.position())!.lastSequence;
    const events = Array.from({ length: 300 }, event);
    const sequences = await stream.appendBatch(events);
    expect(sequences).toEqual(events.map((_, index) => before + 1 + index));
    const stored = await read(before + 1, 300);
    expect(stored.map((one) => one.envelope)).toEqual(events.map((one) => one.envelope));
    expect(new TextDecoder().decode(stored[7]!.data)).toBe(events[7]!.data);
  });

  it('R17: refuses a batch with a duplicate in it whole, and says that it is one', async () => {
    const known = event();
    const sequence = await stream.append(known);
    const before = await stream.position();
    const error = await stream.appendBatch([event(), known, event()]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PublishError);
    expect(error).toMatchObject({ code: 'DUPLICATE' });
    expect(await stream.position()).toEqual(before);
    expect(await stream.append(known)).toBe(sequence);
  });

  it('finds an event by its sequence, and the events of one source after it', async () => {
    const events = [event(), event(), event()];
    const sequences = await stream.appendBatch(events);
    expect(await stream.eventIdAt(sequences[1]!)).toBe(events[1]!.envelope.id);
    expect(await stream.eventIdAt(sequences[2]! + 1)).toBeNull();
    const after: string[] = [];
    for await (const one of stream.eventsAfter('hub', sequences[0]!)) after.push(one.id);
    expect(after).toEqual(events.slice(1).map((one) => one.envelope.id));
    for await (const one of stream.eventsAfter('cv', 0)) throw new Error(`found ${one.id}`);
  });

  it('passes over an event whose headers cannot be read, on a connection that lives on', async () => {
    await askWithRawHeaders(stack.broker, 'phoenix.event.website._', 'foo: a\nb').catch(() => '');
    const last = (await stream.position())!.lastSequence;
    for await (const one of stream.eventsAfter('website', 0)) throw new Error(`found ${one.id}`);
    expect(await stream.position()).toMatchObject({ lastSequence: last });
    const [unreadable] = await read(last, 1);
    expect(unreadable!.envelope).toBeInstanceOf(Error);
  });

  it('R28: takes no event whose headers name another source or user than its subject', async () => {
    for (const subject of ['phoenix.event.letters._', `phoenix.event.hub.${randomUUID()}`]) {
      const told = event();
      const options = { headers: eventHeaders(told), timeout: 5_000 };
      await connection.nats.request(subject, told.data, options);
      const last = (await stream.position())!.lastSequence;
      const [forged] = await read(last, 1);
      expect((forged!.envelope as Error).message).toContain(`and came as ${subject}`);
    }
  });

  it('R22: reads on by itself after the broker was killed and came back', async () => {
    const from = (await stream.position())!.lastSequence + 1;
    const first = event();
    await stream.append(first);
    const enough = new AbortController();
    const ids: string[] = [];
    const options = { stream, epoch, from, batchSize: 10, signal: enough.signal, log: stack.log };
    const reading = (async () => {
      for await (const batch of readEvents(options)) {
        for (const one of batch) ids.push((one.envelope as { id: string }).id);
        if (ids.length === 2) enough.abort();
      }
    })();
    await eventually(() => ids.length === 1);
    await stack.broker.kill();
    await stack.broker.restart();
    await eventually(() => connection.connected);
    const second = event();
    await eventually(() => stream.append(second).catch(() => 0));
    await reading;
    expect(ids).toEqual([first.envelope.id, second.envelope.id]);
  });

  it('R18: stops reading when the stream is another one, or gone', async () => {
    const never = new AbortController().signal;
    const other = {
      stream,
      epoch: randomUUID(),
      from: 1,
      batchSize: 10,
      signal: never,
      log: stack.log,
    };
    await expect(readEvents(other).next()).rejects.toBeInstanceOf(StreamLostError);

    const from = (await stream.position())!.lastSequence + 1;
    const reading = readEvents({ ...other, epoch, from }).next();
    const nats = await connectRaw(stack.broker, keeper);
    const manager = await jetstreamManager(nats);
    await manager.streams.delete('PHOENIX_EVENTS');
    await nats.close();
    await expect(reading).rejects.toBeInstanceOf(StreamLostError);
    expect(await stream.position()).toBeNull();
  });
});
