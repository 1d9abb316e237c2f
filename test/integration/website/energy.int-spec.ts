import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { WebsiteStack } from './website-stack.js';

const bothWays = [['/api/luna/energy'], ['/luna/energy']];

describe('energy over HTTP', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => web?.stop());

  it.each(bothWays)('is checked, previewed, consumed and read under %s', async (path) => {
    const { userId, token } = await web.user();
    const action = 'conseil_rapide';
    expect(await web.post(`${path}/check`, token, { action })).toMatchObject({
      status: 200,
      json: { action, allowed: true, cost: 5, available: 100, remaining: 95, deficit: 0 },
    });
    expect(await web.post(`${path}/preview`, token, { action })).toMatchObject({
      status: 200,
      json: { before: 100, after: 95, sentence: { fr: expect.stringContaining('5 points') } },
    });
    const consumed = await web.pay(`${path}/consume`, token, { action, expected_cost: 5 });
    expect(consumed).toMatchObject({
      status: 200,
      json: { entry_id: expect.any(String), cost: 5, balance: 95, available: 95, version: 3 },
    });
    expect(consumed.headers.has('phoenix-replayed')).toBe(false);
    expect((await web.get(`${path}/balance`, token)).json).toEqual({
      user_id: userId,
      balance: 95,
      held: 0,
      available: 95,
      unlimited: false,
      unlimited_period: null,
      frozen: false,
      version: 3,
    });
    const catalogue = await web.get(`${path}/catalogue`);
    expect(catalogue.json.actions).toContainEqual(
      expect.objectContaining({ action: 'conseil_rapide', cost: 5 }),
    );
    expect(catalogue.json.packs[0]).toHaveProperty('first_time_bonus');
  });

  it('takes the field names of older clients', async () => {
    const { userId, token } = await web.user();
    const body = { user_id: userId.toUpperCase(), action_name: 'conseil_rapide' };
    expect((await web.pay('/luna/energy/consume', token, body)).json).toMatchObject({
      balance: 95,
    });
  });

  it('R13: answers the same key and body again with Phoenix-Replayed, and refuses another body', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const consume = (body: object, sameKey: string = key) =>
      web.pay('/api/luna/energy/consume', token, body, sameKey);
    const first = await consume({ action: 'conseil_rapide' });
    const again = await consume({ action_name: 'conseil_rapide' }, key.toUpperCase());
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('phoenix-replayed')).toBe('true');
    expect(await consume({ action: 'format_lettre' })).toMatchObject({
      status: 422,
      json: { code: 'IDEMPOTENCY_KEY_REUSED', idempotency_key: key },
    });
    expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(95);
  });

  it.each([undefined, 'not-a-uuid'])(
    'R13: without a valid key (%s) names the header',
    async (key) => {
      const { token } = await web.user();
      const headers: Record<string, string> = key ? { 'idempotency-key': key } : {};
      for (const path of ['luna/energy/consume', 'letters/verify', 'cv/verify']) {
        const body = { action: 'conseil_rapide', text: 'Bonjour' };
        expect(await web.post(`/api/${path}`, token, body, headers)).toMatchObject({
          status: 400,
          json: {
            code: 'INVALID_MESSAGE',
            detail: expect.stringContaining('Idempotency-Key'),
            issues: [{ field: 'Idempotency-Key' }],
          },
        });
      }
      expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(100);
    },
  );

  it('passes refusals on with their figures, moving nothing', async () => {
    const { token } = await web.user();
    const consume = (body: object) => web.pay('/api/luna/energy/consume', token, body);
    expect(await consume({ action: 'danser' })).toMatchObject({
      status: 404,
      json: { code: 'UNKNOWN_ACTION', action: 'danser' },
    });
    expect(await consume({ action: 'conseil_rapide', expected_cost: 4 })).toMatchObject({
      status: 409,
      json: { code: 'PRICE_CHANGED', expected_cost: 4, cost: 5 },
    });
    await consume({ action: 'plan_reconversion' });
    await consume({ action: 'simulation_entretien' });
    const refused = await consume({ action: 'plan_reconversion' });
    expect(refused).toMatchObject({
      status: 402,
      json: {
        type: 'urn:phoenix:problem:INSUFFICIENT_ENERGY',
        title: 'Énergie insuffisante',
        status: 402,
        instance: '/api/luna/energy/consume',
        required: 50,
        available: 10,
        deficit: 40,
      },
    });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(10);
  });

  it('R29: refuses a foreign user_id, from staff as well, and moves nothing', async () => {
    const owner = await web.user();
    const stranger = await web.user();
    const staff = await web.stack.user({ staff: true });
    const routes = ['/api/luna/energy/consume', '/luna/energy/check', '/api/letters/verify'];
    for (const { token } of [stranger, staff]) {
      for (const route of routes) {
        const body = { user_id: owner.userId, action: 'conseil_rapide', text: 'Bonjour' };
        expect(await web.pay(route, token, body)).toMatchObject({
          status: 403,
          json: { code: 'FORBIDDEN', detail_en: expect.stringContaining('staff contracts') },
        });
      }
      const balance = `/api/luna/energy/balance?user_id=${owner.userId}`;
      expect((await web.get(balance, token)).status).toBe(403);
    }
    for (const { token } of [owner, stranger]) {
      expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(100);
    }
  });

  it('R14: says of an unknown outcome that it is being checked, and the same key settles it', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const consume = () =>
      web.pay('/api/luna/energy/consume', token, { action: 'conseil_rapide' }, key);
    armFailpoint('ledger.after-lock', 'hang');
    const unknown = await consume();
    expect(unknown).toMatchObject({
      status: 504,
      json: {
        code: 'TIMED_OUT',
        outcome: 'unknown',
        detail: expect.stringContaining('en cours de vérification'),
      },
    });
    expect(Number(unknown.headers.get('retry-after'))).toBeGreaterThan(0);
    disarmFailpoints();
    expect((await consume()).json).toMatchObject({ balance: 95 });
    expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(95);
  });
});
