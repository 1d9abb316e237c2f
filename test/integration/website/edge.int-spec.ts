import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LOG, MessageClient } from '#libs/messaging';
import {
  armFailpoint,
  currentContext,
  disarmFailpoints,
  failpointHits,
  type Log,
} from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { bearer, WebsiteStack } from './website-stack.js';

describe('the HTTP edge', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    disarmFailpoints();
  });
  afterAll(() => web?.stop());

  it('protects every answer, and lets no other origin in', async () => {
    for (const path of ['/', '/api/luna/energy/catalogue', '/api/nowhere', '/ready', '/api/%zz']) {
      const { headers } = await web.request(path, {
        headers: { origin: 'https://elsewhere.example' },
      });
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('keeps an acceptable correlation id and never echoes junk', async () => {
    const idOf = async (headers: Record<string, string>) =>
      (await web.request('/', { headers })).headers.get('x-correlation-id');
    expect(await idOf({ 'x-correlation-id': 'mine-1' })).toBe('mine-1');
    expect(await idOf({ 'phoenix-correlation-id': 'mine-2' })).toBe('mine-2');
    expect(await idOf({ 'x-correlation-id': '<script>' })).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs one line a request with its context, and neither ids, tokens nor text of it', async () => {
    const { userId, token } = await web.user();
    const log = web.website.app.get<Log>(LOG);
    const lines: unknown[] = [];
    jest.spyOn(log, 'info').mockImplementation(((line: object, message: string) => {
      lines.push({ ...line, message, correlationId: currentContext()?.correlationId });
    }) as Log['info']);
    const asked = jest.spyOn(web.website.app.get(MessageClient), 'request');
    const during: unknown[] = [];
    asked.mockImplementation((() => {
      during.push(currentContext()?.correlationId);
      throw new Error('a secret inside');
    }) as never);
    const headers = { 'x-correlation-id': 'logged-1' };
    const body = { action: 'conseil_rapide', text: 'intime' };
    const answer = await web.post('/api/luna/energy/check', token, body, headers);
    expect(answer).toMatchObject({
      status: 500,
      json: { code: 'INTERNAL', correlation_id: 'logged-1' },
    });
    expect(JSON.stringify(answer.json)).not.toContain('secret');
    await eventually(() => lines.length > 0);
    expect(lines).toEqual([
      {
        message: 'answered',
        method: 'POST',
        route: '/api/luna/energy/check',
        status: 500,
        ms: expect.any(Number),
        problem: 'INTERNAL',
        correlationId: 'logged-1',
      },
    ]);
    expect(during).toEqual(['logged-1']);
    await web.get(`/api/luna/events/${userId}?after=secret`, token);
    await eventually(() => lines.length > 1);
    for (const hidden of [userId, token, 'intime', 'secret'])
      expect(JSON.stringify(lines)).not.toContain(hidden);
  });

  it('stops asking for a client that went away', async () => {
    const { token } = await web.user();
    const log = web.website.app.get<Log>(LOG);
    const lines: object[] = [];
    jest
      .spyOn(log, 'info')
      .mockImplementation(((line: object) => void lines.push(line)) as Log['info']);
    armFailpoint('ledger.after-lock', 'hang');
    const leaving = new AbortController();
    const request = web.request('/api/luna/energy/consume', {
      method: 'POST',
      headers: {
        ...bearer(token),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ action: 'conseil_rapide' }),
      signal: leaving.signal,
    });
    await eventually(() => (failpointHits().get('ledger.after-lock') ?? 0) > 0);
    leaving.abort();
    await expect(request).rejects.toThrow(/abort/i);
    await eventually(() => lines.length > 0);
    expect(lines).toEqual([expect.objectContaining({ status: 499 })]);
  });

  it('lists every service with its instances and real figures', async () => {
    await web.get('/api/luna/energy/catalogue');
    for (const path of ['/api/services', '/services']) {
      const { status, json } = await web.get(path);
      expect(status).toBe(200);
      const instances = json.services.map((one: { service: string; instances: unknown[] }) => [
        one.service,
        one.instances.length,
      ]);
      expect(instances).toEqual(
        ['hub', 'letters', 'cv', 'projector', 'website'].map((service) => [service, 1]),
      );
      const hub = json.services[0].instances[0];
      const catalogue = hub.endpoints.find(
        ({ name }: { name: string }) => name === 'query-energy-get-catalogue',
      );
      expect(catalogue.requests).toBeGreaterThan(0);
      expect(catalogue.average_ms).toBeGreaterThan(0);
    }
  });

  it('answers its health and says where to begin', async () => {
    expect((await web.get('/live')).json).toEqual({ live: true });
    expect((await web.get('/ready')).json).toMatchObject({ ready: true });
    expect((await web.get('/health')).json).toMatchObject({ service: 'website', ready: true });
    expect((await web.get('/metrics')).json).toContain('phoenix_request_client_duration_seconds');
    expect((await web.get('/')).json).toMatchObject({
      service: 'phoenix',
      services_url: '/api/services',
      catalogue_url: '/api/luna/energy/catalogue',
    });
  });
});
