import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { LiveBalances } from '../../../services/website/src/live-energy/live-balances.js';
import { TestEventSource } from './event-source.js';
import { bearer, WebsiteStack } from './website-stack.js';

describe('live energy', () => {
  let web: WebsiteStack;
  const open: TestEventSource[] = [];

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(async () => {
    open.forEach((source) => source.close());
    await web?.stop();
  });

  async function watch(token: string, path = '/api/luna/energy/stream') {
    const source = await TestEventSource.open(web.url + path, bearer(token));
    open.push(source);
    return source;
  }
  const consume = (token: string) =>
    web.pay('/api/luna/energy/consume', token, { action: 'conseil_rapide' }, randomUUID());

  it.each(['/api', ''])(
    'under "%s" is the whole balance at once and after each change',
    async (prefix) => {
      const { userId, token } = await web.user();
      const source = await watch(token, `${prefix}/luna/energy/stream`);
      expect(source.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(source.response.headers.get('cache-control')).toBe('no-store');
      const usual = { unlimited: false, unlimited_period: null, frozen: false };
      const whose = { user_id: userId, held: 0, ...usual };
      const first = { ...whose, balance: 100, available: 100, version: 2 };
      expect(await source.next()).toEqual({ event: 'balance', id: '2', data: first });
      await consume(token);
      const second = { ...whose, balance: 95, available: 95, version: 3 };
      expect(await source.next()).toEqual({ event: 'balance', id: '3', data: second });
    },
  );

  it('shows every page of a user the last of many changes, and nobody else’s', async () => {
    const [user, other] = [await web.user(), await web.user()];
    const pages = [await watch(user.token), await watch(user.token)];
    const stranger = await watch(other.token);
    await Promise.all(Array.from({ length: 10 }, () => consume(user.token)));
    for (const page of pages) {
      const last = () => page.told.at(-1)?.data.balance as number | undefined;
      await eventually(last, (balance) => balance === 50);
    }
    await consume(other.token);
    const told = await eventually(
      () => stranger.told,
      (all) => all.length === 2,
    );
    expect(told.map(({ data }) => data.balance)).toEqual([100, 95]);
  });

  it('refuses a ninth page of one user in words, and takes it once another was left', async () => {
    const { token } = await web.user();
    const pages = await Promise.all(Array.from({ length: 8 }, () => watch(token)));
    await Promise.all(pages.map((page) => page.next()));
    expect(await web.get('/api/luna/energy/stream', token)).toMatchObject({
      status: 429,
      json: { code: 'TOO_MANY_PAGES', next_step: { fr: expect.stringContaining('Fermez') } },
    });
    pages[0]!.close();
    await eventually(async () => (await watch(token)).response.status === 200);
  });

  it('needs a token, and another user’s is refused', async () => {
    const [user, other] = [await web.user(), await web.user()];
    expect((await web.get('/api/luna/energy/stream')).status).toBe(401);
    const foreign = `/api/luna/energy/stream?user_id=${other.userId}`;
    expect((await web.get(foreign, user.token)).status).toBe(403);
  });

  it('ends with the token, saying so', async () => {
    const { userId } = await web.user();
    const token = await web.stack.identities.token(userId, { lifetimeSeconds: 2 });
    const source = await watch(token);
    expect((await source.next()).event).toBe('balance');
    expect(await source.next()).toMatchObject({
      event: 'signed-out',
      data: { code: 'UNAUTHENTICATED', status: 401 },
    });
    await eventually(() => source.ended);
  });

  it('is unknown while the hub is away, and comes back by itself', async () => {
    const { token } = await web.user();
    const source = await watch(token);
    await source.next();
    await web.hub.app.close();
    expect(await source.next()).toMatchObject({
      event: 'unknown',
      id: undefined,
      data: { code: 'UNAVAILABLE', detail: expect.stringContaining('indisponible') },
    });
    await web.stack.run('hub', hubService);
    expect(await source.next()).toMatchObject({ event: 'balance', data: { balance: 100 } });
  });

  it('keeps no page that was left, nor one that asked for headers only', async () => {
    const { token } = await web.user();
    const source = await watch(token);
    await source.next();
    await web.request('/api/luna/energy/stream', { method: 'HEAD', headers: bearer(token) });
    open.forEach((one) => one.close());
    await eventually(() => web.website.app.get(LiveBalances).open === 0);
  });

  it('ends every page when the website leaves, and connections on which nothing was asked', async () => {
    const { token } = await web.user();
    const source = await watch(token);
    await source.next();
    const unused = connect(Number(new URL(web.url).port), '127.0.0.1');
    const closed = once(unused, 'close');
    await once(unused, 'connect');
    await web.website.app.close();
    await eventually(() => source.ended);
    await closed;
  });
});
