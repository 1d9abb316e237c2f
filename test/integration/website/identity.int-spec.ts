import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { bearer, WebsiteStack } from './website-stack.js';

const userRoutes = [
  ['POST', '/luna/energy/check'],
  ['POST', '/luna/energy/preview'],
  ['POST', '/luna/energy/consume'],
  ['GET', '/luna/energy/balance'],
  ['GET', '/luna/energy/entries'],
  ['GET', '/luna/events/11111111-1111-4111-8111-111111111111'],
  ['POST', '/letters/verify'],
  ['POST', '/cv/verify'],
  ['POST', '/auth/sign-in'],
].flatMap(([method, path]) => [
  [method, path],
  [method, `/api${path}`],
]) as [string, string][];

describe('who asks over HTTP', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

  it.each(userRoutes)('R29: %s %s says why it needs a valid token', async (method, path) => {
    const userId = randomUUID();
    const expired = await web.stack.identities.token(userId, { lifetimeSeconds: -10 });
    const tokens = { missing: undefined, malformed: 'abc', expired };
    for (const [reason, token] of Object.entries(tokens)) {
      const answer = await web.request(path, { method, headers: bearer(token) });
      expect(answer).toMatchObject({ status: 401, json: { code: 'UNAUTHENTICATED', reason } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('signs in: the account is open once, and SignedIn is in the stream each time', async () => {
    const { userId, token } = await web.stack.user();
    const correlationId = `sign-in-${userId}`;
    const traceId = randomUUID().replaceAll('-', '');
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const headers = { 'x-correlation-id': correlationId, traceparent };
    const signIn = () => web.post('/api/auth/sign-in', token, '', headers);
    const first = await signIn();
    expect(first).toMatchObject({
      status: 200,
      json: { user_id: userId, opened: true, balance: 100, available: 100 },
    });
    expect(first.headers.get('x-correlation-id')).toBe(correlationId);
    expect((await signIn()).json).toMatchObject({ opened: false, balance: 100 });
    const told = await eventually(
      () =>
        web.stack.database.query(
          `SELECT source, type, subject_version, correlation_id, actor_id, traceparent, data FROM (
             SELECT 'hub' AS source, * FROM hub.outbox_log UNION ALL SELECT 'website', * FROM website.outbox_log) AS o
           WHERE subject_user_id = $1 AND published_seq IS NOT NULL ORDER BY source, subject_version`,
          [userId],
        ),
      (rows) => rows.length === 4,
    );
    expect(told.map(({ source, type }) => `${source} ${type}`)).toEqual([
      'hub AccountOpened',
      'hub EnergyGranted',
      'website SignedIn',
      'website SignedIn',
    ]);
    for (const event of told) {
      expect(event).toMatchObject({ correlation_id: correlationId, actor_id: userId });
      expect(event.traceparent).toContain(traceId);
      expect(JSON.stringify(event)).not.toContain(token);
    }
  });
});
