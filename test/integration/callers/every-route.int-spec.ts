import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { bearer, WebsiteStack, type Answer } from '../website/website-stack.js';
import { badTokens } from './bad-tokens.js';
import { everyRoute, type AnyRoute } from './every-route.js';

const forUsers = everyRoute.filter(({ forUser }) => forUser);
/** Who asks is nobody's business there, or comes out of the code of a link. */
const publicRoutes = [
  'GET /',
  'GET /docs',
  'GET /luna/energy/catalogue',
  'GET /openapi.json',
  'GET /services',
  'POST /auth/sign-in-link',
];
const changes = ({ method }: AnyRoute) => method !== 'GET';

describe('every route, asked by whom it is not for', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

  function ask(
    { method, path }: AnyRoute,
    headers: Record<string, string>,
    {
      userId = randomUUID(),
      body = {},
      query = '',
    }: { userId?: string; body?: object; query?: string } = {},
  ): Promise<Answer> {
    return web.request(path.replace(':user_id', userId) + query, {
      method,
      headers: { ...headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    });
  }

  const asCookie = (token: string) => ({ cookie: `phoenix_session=${token}` });

  it('is public where it is listed here, and nowhere else', () => {
    const open = everyRoute.filter(({ forUser }) => !forUser);
    const addresses = open.map(({ method, path }) => `${method} ${path.replace(/^\/api\b/, '')}`);
    expect(new Set(addresses)).toEqual(new Set(publicRoutes));
  });

  describe.each(forUsers.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    (_name, route) => {
      it('R29: refuses whoever has no token', async () => {
        const answer = await ask(route, {});
        expect(answer).toMatchObject({
          status: 401,
          json: { code: 'UNAUTHENTICATED', reason: 'missing' },
        });
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      });

      it.each(badTokens)(
        'R29: refuses $name, as bearer and as cookie',
        async ({ make, reason }) => {
          const userId = randomUUID();
          const token = await make(web.stack, userId);
          const refused = { status: 401, json: { code: 'UNAUTHENTICATED', reason } };
          const asBearer = await eventually(
            () => ask(route, bearer(token), { userId }),
            ({ status }) => reason !== 'revoked' || status === 401,
          );
          expect(asBearer).toMatchObject(refused);
          const inCookie = await ask(route, asCookie(token), { userId });
          expect(inCookie).toMatchObject(refused);
          expect(inCookie.headers.get('set-cookie')).toMatch(/^phoenix_session=; .*1970/);
        },
      );

      it('R29: refuses a user who names another one, in path, query or body', async () => {
        const { userId, token } = await web.stack.user();
        const other = randomUUID();
        const named = [
          ...(route.path.includes(':user_id') ? [{ userId: other }] : []),
          { userId, query: `?user_id=${other}` },
          ...(changes(route) ? [{ userId, body: { user_id: other } }] : []),
        ];
        for (const one of named) {
          expect(await ask(route, bearer(token), one)).toMatchObject({
            status: 403,
            json: { code: 'FORBIDDEN' },
          });
        }
      });

      if (!route.staffMayReadOthers) {
        it('R29: refuses staff who name a user: they act through staff contracts', async () => {
          const { userId, token } = await web.stack.user({ staff: true });
          const query = `?user_id=${randomUUID()}`;
          const answer = await ask(route, bearer(token), { userId, query });
          expect(answer).toMatchObject({ status: 403, json: { allowed: ['user'] } });
        });
      }

      if (changes(route)) {
        it('refuses a cookie that another site sends', async () => {
          const { token } = await web.stack.user();
          const headers = { ...asCookie(token), 'sec-fetch-site': 'cross-site' };
          expect(await ask(route, headers)).toMatchObject({
            status: 403,
            json: { code: 'FORBIDDEN', allowed: ['same-origin'] },
          });
        });
      }
    },
  );
});
