import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consumeEnergy, getCatalogue, house, openAccount } from '#libs/contracts';
import { discover } from '#libs/messaging';
import { eventually, TestStack } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';
import { hubService } from '../../../services/hub/src/hub-service.js';

interface MicroInfo {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly endpoints: { name: string; metadata: Record<string, string> }[];
}

describe('a service on NATS', () => {
  let stack: TestStack;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
  });
  afterAll(() => stack?.stop());

  it('is found by the NATS services protocol, every instance with its own figures', async () => {
    await stack.run('hub', hubService, { PHOENIX_INSTANCE: 'one' });
    await stack.run('hub', hubService, { PHOENIX_INSTANCE: 'two' });
    const client = await stack.client('website');
    const { caller } = await stack.user();
    for (let n = 0; n < 10; n++) await client.request(openAccount, {}, caller);
    const found = await discover(await stack.connect('discoverer'));
    expect(found.map(({ name, id }) => `${name} ${id}`)).toEqual(['hub one', 'hub two']);
    expect(found[0]!.endpoints).toHaveLength(house.hub.handles.length);
    const opened = found.map((one) =>
      one.endpoints.find(({ name }) => name === 'command-energy-open-account')!,
    );
    expect(opened[0]!.num_requests + opened[1]!.num_requests).toBe(10);
    expect(opened.every((one) => one.num_requests === 0 || one.average_processing_time > 0)).toBe(
      true,
    );
  });

  it('tells a plain NATS client by $SRV.INFO what each endpoint takes and answers, as JSON Schema', async () => {
    const plain = await connectRaw(stack.broker, 'ops');
    const infos: MicroInfo[] = [];
    for await (const reply of await plain.requestMany('$SRV.INFO', '', { maxWait: 1_000 }))
      infos.push(reply.json());
    await plain.close();
    expect(infos.map(({ name, id }) => `${name} ${id}`).toSorted()).toEqual(['hub one', 'hub two']);
    for (const { type, endpoints } of infos) {
      expect(type).toBe('io.nats.micro.v1.info_response');
      const consume = endpoints.find(({ name }) => name === 'command-energy-consume')!;
      expect(consume).toMatchObject({
        subject: 'phoenix.command.energy.consume.*',
        queue_group: 'hub',
      });
      expect(Object.values(consume.metadata).every((value) => typeof value === 'string')).toBe(
        true,
      );
      expect(JSON.parse(consume.metadata['request-schema']!)).toMatchObject({
        type: 'object',
        required: expect.arrayContaining(['action', 'idempotencyKey']),
      });
      expect(JSON.parse(consume.metadata['reply-schema']!)).toMatchObject({
        properties: { balance: { type: 'integer' } },
      });
      expect(consume.metadata.refusals).toContain('INSUFFICIENT_ENERGY');
    }
  });

  it('leaves without an error for anybody: two instances, one stopped with 1,000 requests in flight', async () => {
    const leaving = await stack.run('hub', hubService, { PHOENIX_INSTANCE: 'three' });
    const client = await stack.client('website');
    const { caller } = await stack.user();
    await client.request(openAccount, {}, caller);
    const asks = Array.from({ length: 1_000 }, () =>
      client.request(openAccount, {}, caller, { timeoutMs: 25_000 }).then(() => 'answered'),
    );
    await leaving.app.close();
    expect(new Set(await Promise.all(asks))).toEqual(new Set(['answered']));
    const names = (await discover(await stack.connect('discoverer-2'))).map((one) => one.id);
    expect(names).not.toContain('three');
  });

  it('does not answer where its answer would be an event, or an order to the server', async () => {
    const stream = await stack.eventStream();
    const before = await stream.position();
    const { nats } = await stack.connect('deputy');
    const ask = `${getCatalogue.subject}.deputy`;
    for (const reply of ['phoenix.event.hub._', '$JS.API.STREAM.DELETE.PHOENIX_EVENTS']) {
      nats.publish(ask, '{}', { reply });
    }
    await nats.request(ask, '{}');
    expect(await stream.position()).toEqual(before);
  });

  it('drains NATS although an HTTP connection stays half open', async () => {
    const { app, drain } = await stack.run('hub', hubService, { PHOENIX_INSTANCE: 'half-open' });
    const { port, hostname } = new URL(await app.getUrl());
    const halfOpen = connect(Number(port), hostname).on('error', () => undefined);
    await once(halfOpen, 'connect');
    halfOpen.write('GET /live HTTP/1.1\r\nHost: x\r\n');
    await drain();
    const names = (await discover(await stack.connect('discoverer-3'))).map((one) => one.id);
    expect(names).not.toContain('half-open');
    halfOpen.destroy();
  });

  it('is ready while NATS is there, not ready while it is away, and ready again by itself', async () => {
    const { app } = await stack.run('hub', hubService, { PHOENIX_INSTANCE: 'four' });
    const ready = async () => {
      const reply = await fetch(`${await app.getUrl()}/ready`);
      return { status: reply.status, text: await reply.text() };
    };
    await eventually(ready, ({ status }) => status === 200);
    await stack.broker.kill();
    const away = await eventually(ready, ({ status }) => status === 503);
    expect(away.text).toContain('There is no connection to NATS.');
    expect((await fetch(`${await app.getUrl()}/live`)).status).toBe(200);
    await stack.broker.restart();
    await eventually(ready, ({ status }) => status === 200);
    const client = await stack.client('website');
    const { caller } = await stack.user();
    // Any instance may answer, also one that does not yet know again whose token is good.
    const opened = () => client.request(openAccount, {}, caller).catch(() => undefined);
    await eventually(opened);
    const body = { action: 'conseil_rapide' as const, idempotencyKey: randomUUID() };
    expect((await client.request(consumeEnergy, body, caller)).balance).toBe(95);
  });
});
