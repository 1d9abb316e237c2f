import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { headers, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { consumeEnergy, getBalance, PhoenixError } from '#libs/contracts';
import { Connection, MessageClient, newCaller } from '#libs/messaging';
import { eventually, observer, TestBroker } from '#libs/testing';
import { createLog } from '#libs/telemetry';

const log = createLog({ service: 'test', instance: 'test', level: 'silent', format: 'json' });
const balance = {
  userId: randomUUID(),
  ...{ balance: 7, held: 0, available: 7, version: 3 },
  ...{ unlimited: false, unlimitedPeriod: null, frozen: false },
};
const receipt = {
  entryId: randomUUID(),
  action: 'conseil_rapide' as const,
  cost: 5,
  balance: 2,
  available: 2,
  version: 4,
};

describe('MessageClient', () => {
  let broker: TestBroker;
  let connection: Connection;
  let nats: NatsConnection;
  let client: MessageClient;
  let responders: Subscription[] = [];

  beforeAll(async () => {
    broker = await TestBroker.start();
    const [servers, seedFile] = [[broker.url], broker.seedFile(observer)];
    const options = { servers, caller: observer, name: 'client-test', seedFile, log };
    connection = await Connection.open(options);
    nats = connection.nats;
    client = new MessageClient(connection, 'website');
  });
  afterEach(() => {
    for (const one of responders) one.unsubscribe();
    responders = [];
  });
  afterAll(async () => {
    await connection?.close();
    await broker?.stop();
  });

  /** Stands for another service: answers raw bytes, or not at all. */
  async function respond(
    subject: string,
    answer: (message: Msg, nth: number) => void,
  ): Promise<void> {
    let nth = 0;
    responders.push(
      nats.subscribe(`${subject}.*`, { callback: (_error, message) => answer(message, ++nth) }),
    );
    await nats.flush();
  }

  const askBalance = (timeoutMs = 5_000, signal?: AbortSignal) =>
    client.request(getBalance, {}, newCaller(), { timeoutMs, ...(signal && { signal }) });
  const consume = (idempotencyKey: string, timeoutMs = 5_000) =>
    client.exchange(consumeEnergy, { action: 'conseil_rapide', idempotencyKey }, newCaller(), {
      timeoutMs,
    });
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => Promise.reject(new Error('it succeeded')),
      (error: unknown) => error as PhoenixError,
    );

  it('knows at once that nobody answers, long before the deadline', async () => {
    const error = await failure(askBalance(60_000));
    expect(error).toMatchObject({
      code: 'UNAVAILABLE',
      details: { reason: 'nobody answers on this subject' },
    });
  });

  it('does not take an empty reply for "no responders"', async () => {
    await respond(getBalance.subject, (message) => message.respond(''));
    expect(await failure(askBalance())).toMatchObject({ code: 'INVALID_REPLY' });
  });

  it.each([
    ['is not JSON', '{'],
    ['is no object', '[]'],
    ['breaks the contract', JSON.stringify({ ...balance, balance: 'seven' })],
  ])('survives a reply that %s', async (_what, body) => {
    await respond(getBalance.subject, (message) => message.respond(body));
    expect(await failure(askBalance())).toMatchObject({ code: 'INVALID_REPLY' });
  });

  it('survives an error reply that makes no sense', async () => {
    const bad = headers();
    bad.set('Nats-Service-Error', 'boom');
    await respond(getBalance.subject, (message) => message.respond('not json', { headers: bad }));
    expect(await failure(askBalance())).toMatchObject({ code: 'INVALID_REPLY' });
  });

  it('gives a query up at its deadline, with one attempt', async () => {
    const seen: number[] = [];
    await respond(getBalance.subject, (message) =>
      seen.push(Number(message.headers!.get('Phoenix-Time-Left-Ms'))),
    );
    expect(await failure(askBalance(120))).toMatchObject({ code: 'TIMED_OUT' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeLessThanOrEqual(120);
  });

  it('R14: retries a keyed command with the same key and message id until it is answered', async () => {
    const seen: { key: string; id: string }[] = [];
    await respond(consumeEnergy.subject, (message, nth) => {
      seen.push({
        key: message.json<{ idempotencyKey: string }>().idempotencyKey,
        id: message.headers!.get('Phoenix-Message-Id'),
      });
      if (nth === 3) message.respond(JSON.stringify(receipt));
    });
    const key = randomUUID();
    expect((await consume(key, 10_000)).reply).toEqual(receipt);
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map((one) => `${one.key} ${one.id}`)).size).toBe(1);
    expect(seen[0]!.key).toBe(key);
  });

  it('R14: says of a keyed command without an answer that its outcome is unknown', async () => {
    expect(await failure(consume(randomUUID(), 400))).toMatchObject({
      code: 'UNAVAILABLE',
      details: { outcome: 'unknown' },
    });
  });

  it('says when the answer is a stored one', async () => {
    const replayed = headers();
    replayed.set('Phoenix-Replayed', 'true');
    await respond(consumeEnergy.subject, (message) =>
      message.respond(JSON.stringify(receipt), { headers: replayed }),
    );
    expect(await consume(randomUUID())).toEqual({ reply: receipt, replayed: true });
  });

  it('stops waiting when its caller goes away', async () => {
    const goneAway = new AbortController();
    await respond(getBalance.subject, () => goneAway.abort(new Error('the tab was closed')));
    await expect(askBalance(60_000, goneAway.signal)).rejects.toThrow('the tab was closed');
  });

  it('lets go of what waits when the connection is lost, and asks a keyed command again when it is back', async () => {
    const seen: string[] = [];
    await respond(getBalance.subject, () => undefined);
    await respond(consumeEnergy.subject, (message, nth) => {
      seen.push(message.json<{ idempotencyKey: string }>().idempotencyKey);
      if (nth > 1) message.respond(JSON.stringify(receipt));
    });
    const query = failure(askBalance(60_000));
    const key = randomUUID();
    const command = consume(key, 60_000);
    await eventually(() => seen.length === 1);
    await broker.kill();
    expect(await query).toMatchObject({
      code: 'UNAVAILABLE',
      details: { reason: 'the connection to NATS was lost' },
    });
    await broker.restart();
    expect((await command).reply).toEqual(receipt);
    expect(seen).toEqual([key, key]);
  });

  it('keeps a thousand requests apart on one inbox', async () => {
    await respond(getBalance.subject, (message) => {
      const version = Number(message.headers!.get('Phoenix-Correlation-Id'));
      setImmediate(() => message.respond(JSON.stringify({ ...balance, version })));
    });
    const ask = async (n: number) =>
      (await client.request(getBalance, {}, { ...newCaller(), correlationId: String(n) })).version;
    const numbers = Array.from({ length: 1_000 }, (_, n) => n);
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
  });

  it('is not chartered to ask for what its service does not need', async () => {
    const ops = new MessageClient(connection, 'letters');
    await expect(ops.request(getBalance, {}, newCaller())).rejects.toThrow('not chartered');
  });
});
