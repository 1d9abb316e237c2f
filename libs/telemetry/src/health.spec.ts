import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthModule } from './health.module.js';
import { counter } from './metrics.js';
import { Readiness } from './readiness.js';

const identity = { service: 'hub', version: '1.2.3', instance: 'a1' };
let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  const module = HealthModule.forService(identity);
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

describe('the health endpoints', () => {
  it('tell the supervisor apart from the load balancer: alive, and not ready with the reason', async () => {
    let asked = 0;
    let nats = { ready: false, reason: 'NATS does not answer.' };
    app.get(Readiness).register('nats', () => {
      asked++;
      return nats;
    });
    const live = await fetch(`${url}/live`);
    expect([live.status, await live.json()]).toEqual([200, { live: true }]);
    expect(asked).toBe(0);

    const unready = await fetch(`${url}/ready`);
    expect(unready.status).toBe(503);
    expect(unready.headers.get('cache-control')).toBe('no-store');
    expect(await unready.json()).toEqual({ ready: false, checks: [{ name: 'nats', ...nats }] });

    nats = { ready: true, reason: '' };
    expect((await fetch(`${url}/ready`)).status).toBe(200);
  });

  it('say who answers', async () => {
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      ...identity,
      uptimeSeconds: expect.any(Number),
      ready: true,
      checks: [{ name: 'nats', ready: true }],
    });
  });

  it('give Prometheus its text', async () => {
    counter('phoenix_health_spec_total', 'Only here.').inc();
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await metrics.text();
    expect(text).toContain('phoenix_health_spec_total 1');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
