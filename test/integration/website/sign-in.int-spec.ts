import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { WebsiteStack } from './website-stack.js';

describe('signing in with a token', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

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
