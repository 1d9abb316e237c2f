import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getBalance } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { websiteService } from '../../../services/website/src/website-service.js';
import { Browser } from './browser.js';
import { bearer, WebsiteStack } from './website-stack.js';

describe('a session', () => {
  let web: WebsiteStack;
  let browser: Browser;

  beforeAll(async () => {
    web = await WebsiteStack.start();
    browser = new Browser(web);
  });
  afterAll(() => web?.stop());

  it('signing out ends the session at every instance and every service; other sessions go on', async () => {
    const userId = randomUUID();
    const [cookie, sibling] = [await browser.signedIn(userId), await browser.signedIn(userId)];
    const token = cookie.slice('phoenix_session='.length);
    const out = await web.request('/api/auth/sign-out', { method: 'POST', headers: { cookie } });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(
      /^phoenix_session=; Path=\/; Expires=Thu, 01 Jan 1970/,
    );

    const client = await web.stack.client('website');
    const refused = { code: 'UNAUTHENTICATED', details: { reason: 'revoked' } };
    await eventually(
      () => client.request(getBalance, {}, newCaller(token)).catch((error: unknown) => error),
      (found) => (found as { code?: string }).code === refused.code,
    );
    await expect(client.request(getBalance, {}, newCaller(token))).rejects.toMatchObject(refused);
    const again = await eventually(
      () => browser.get('/api/auth/session', cookie),
      ({ status }) => status === 401,
    );
    expect(again.json).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'revoked' });
    expect(again.headers.get('set-cookie')).toMatch(/^phoenix_session=; /);
    expect((await browser.get('/api/auth/session', sibling)).status).toBe(200);
  });

  it('a session of the command line is signed out like any other', async () => {
    const { token } = await web.user();
    expect((await web.post('/api/auth/sign-out', token, {})).status).toBe(204);
    await eventually(
      () => web.get('/api/auth/session', token),
      ({ status }) => status === 401,
    );
  });

  it('R30: a session that was ended but not told of is told of by the next website that starts', async () => {
    const userId = randomUUID();
    const cookie = await browser.signedIn(userId);
    await web.stack.database.query(
      'UPDATE website.sessions SET revoked_at = now() WHERE user_id = $1',
      [userId],
    );
    expect((await browser.get('/api/auth/session', cookie)).status).toBe(200);
    await web.stack.run('website', websiteService);
    await eventually(
      () => browser.get('/api/auth/session', cookie),
      ({ status }) => status === 401,
    );
  });

  it('clears a cookie that has expired or means nothing', async () => {
    const expired = await web.stack.identities.token(randomUUID(), { lifetimeSeconds: -10 });
    for (const value of [expired, 'junk']) {
      const answer = await browser.get('/api/luna/energy/balance', `phoenix_session=${value}`);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('set-cookie')).toMatch(/^phoenix_session=; .*1970/);
    }
    const asBearer = await web.get('/api/luna/energy/balance', expired);
    expect(asBearer.headers.get('set-cookie')).toBeNull();
  });

  it('takes the bearer token before the cookie', async () => {
    const { userId, token } = await web.user();
    const headers = { cookie: await browser.signedIn(), ...bearer(token) };
    expect((await web.request('/api/auth/session', { headers })).json.user_id).toBe(userId);
  });

  it.each<[string, Record<string, string>, number]>([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a client that is no browser', {}, 200],
    ['an older browser on our page', { origin: 'OURS' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    [
      'another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'OURS' },
      403,
    ],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['an older browser on another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
  ])('with the cookie, a change asked for by %s: %j is answered %i', async (_, from, status) => {
    const cookie = await browser.signedIn();
    const headers = {
      cookie,
      ...from,
      ...(from.origin === 'OURS' && { origin: new URL(web.url).origin }),
    };
    const body = { action: 'conseil_rapide' };
    const answer = await web.post('/api/luna/energy/check', undefined, body, headers);
    expect(answer.status).toBe(status);
    if (status === 403) {
      expect(answer.json).toMatchObject({ code: 'FORBIDDEN', allowed: ['same-origin'] });
      expect((await browser.open(await browser.newCode(), from)).status).toBe(403);
      const looking = await web.request('/api/luna/energy/balance', { headers });
      expect(looking.status).toBe(200);
    }
  });
});
