import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { websiteService } from '../../../services/website/src/website-service.js';
import { Browser, cookieOf } from './browser.js';
import { WebsiteStack } from './website-stack.js';

describe('a sign-in link', () => {
  let web: WebsiteStack;
  let browser: Browser;

  beforeAll(async () => {
    web = await WebsiteStack.start();
    browser = new Browser(web);
  });
  afterAll(() => web?.stop());

  it('a link opens a session once: cookie, account, and SignedIn told in the same transaction', async () => {
    const userId = randomUUID();
    const answer = await browser.open(await browser.newCode(userId));
    expect(answer).toMatchObject({
      status: 200,
      json: { user_id: userId, staff: false, expires_at: expect.any(String) },
    });
    const set = answer.headers.get('set-cookie')!;
    expect(set).toMatch(
      /^phoenix_session=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(JSON.stringify(answer.json)).not.toContain(cookieOf(answer).slice(20));

    const hoursLeft = (Date.parse(answer.json.expires_at) - Date.now()) / 3_600_000;
    expect(hoursLeft).toBeGreaterThan(11.9);
    expect(hoursLeft).toBeLessThanOrEqual(12);
    expect(await browser.get('/api/auth/session', cookieOf(answer))).toMatchObject({
      status: 200,
      json: answer.json,
    });
    const balance = await browser.get('/api/luna/energy/balance', cookieOf(answer));
    expect(balance).toMatchObject({ status: 200, json: { user_id: userId, balance: 100 } });
    const told = await web.stack.database.query(
      `SELECT data, actor_id FROM website.outbox WHERE subject_user_id = $1`,
      [userId],
    );
    expect(told).toEqual([{ data: '{"method":"sign-in-link"}', actor_id: userId }]);
  });

  it('says of whoever is staff that they are', async () => {
    const answer = await browser.open(await browser.newCode(randomUUID(), 600, true));
    expect(answer.json).toMatchObject({ staff: true });
  });

  it('a code is used up by one session, however many try it at once', async () => {
    const other = await web.stack.run('website', websiteService);
    const otherUrl = await other.app.getUrl();
    const userId = randomUUID();
    const body = JSON.stringify({ code: await browser.newCode(userId) });
    const headers = { 'content-type': 'application/json' };
    const tries = [web.url, otherUrl, web.url, otherUrl].map((url) =>
      fetch(`${url}/api/auth/sign-in-link`, { method: 'POST', headers, body }),
    );
    const answers = await Promise.all(tries);
    const refused = answers.filter(({ status }) => status === 401);
    expect([answers.filter(({ ok }) => ok).length, refused.length]).toEqual([1, 3]);
    for (const one of refused)
      expect(await one.json()).toMatchObject({ code: 'SIGN_IN_LINK_REFUSED', reason: 'used' });
    const rows = await web.stack.database.query(
      `SELECT (SELECT count(*)::int FROM website.sessions WHERE user_id = $1) AS sessions,
              (SELECT count(*)::int FROM website.outbox WHERE subject_user_id = $1) AS told`,
      [userId],
    );
    expect(rows).toEqual([{ sessions: 1, told: 1 }]);
  });

  it('a code is no access token, an access token no code; expired and foreign codes are refused', async () => {
    const code = await browser.newCode();
    const asToken = await web.get('/api/luna/energy/balance', code);
    expect(asToken).toMatchObject({ status: 401, json: { reason: 'malformed' } });
    const asCookie = await browser.get('/api/auth/session', `phoenix_session=${code}`);
    expect(asCookie).toMatchObject({ status: 401, json: { reason: 'malformed' } });
    const { token } = await web.stack.user();
    const refusals: [string, string][] = [
      [token, 'malformed'],
      ['junk', 'malformed'],
      [await browser.newCode(randomUUID(), -1), 'expired'],
    ];
    for (const [wrong, reason] of refusals) {
      const answer = await browser.open(wrong);
      expect(answer).toMatchObject({ status: 401, json: { code: 'SIGN_IN_LINK_REFUSED', reason } });
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect((await browser.open(code)).status).toBe(200);
  });

  it('a code stays good while the account cannot be opened', async () => {
    const code = await browser.newCode();
    await web.hub.app.close();
    expect((await browser.open(code)).status).toBe(503);
    await web.stack.run('hub', hubService);
    expect((await browser.open(code)).status).toBe(200);
  });

  it('R31: in production there is no such link; where the site is https, the cookie stays on it', async () => {
    const config = { PHOENIX_ENV: 'production' };
    const production = await web.stack.run('website', websiteService, config);
    const body = JSON.stringify({ code: await browser.newCode() });
    const post = (url: string) =>
      fetch(`${url}/api/auth/sign-in-link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    const answer = await post(await production.app.getUrl());
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND' });

    const site = { PHOENIX_SITE_URL: 'https://phoenix.example' };
    const https = await web.stack.run('website', websiteService, site);
    const opened = await post(await https.app.getUrl());
    expect(opened.headers.get('set-cookie')).toMatch(
      /^__Host-phoenix_session=.*; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
  });
});
