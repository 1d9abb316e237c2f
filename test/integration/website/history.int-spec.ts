import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { WebsiteStack } from './website-stack.js';

describe('what happened, over HTTP', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

  /** Waits until the event store tells of so many events of a user. */
  const eventsOf = (userId: string, token: string, count: number) =>
    eventually(
      () => web.get(`/api/luna/events/${userId}`, token),
      ({ json }) => json.events?.length >= count,
    );

  it('tells of a user’s events from every service, newest first, a page at a time', async () => {
    const { userId, token } = await web.user();
    await web.pay('/api/letters/verify', token, { text: 'Madame, Monsieur,' });
    await web.pay('/api/cv/verify', token, { text: 'Camille Martin' });
    const all = await eventsOf(userId, token, 7);
    const types = all.json.events.map((event: { type: string }) => event.type);
    expect(types.toSorted()).toEqual([
      'AccountOpened',
      'CvVerified',
      'EnergyConsumed',
      'EnergyConsumed',
      'EnergyGranted',
      'LetterVerified',
      'SignedIn',
    ]);
    const granted = all.json.events.find(
      (event: { type: string }) => event.type === 'EnergyGranted',
    );
    expect(granted).toMatchObject({
      user_id: userId,
      event_version: 1,
      subject_version: 2,
      data: { grant_id: expect.any(String), expires_at: null },
    });
    const first = await web.get(`/luna/events/${userId}?limit=4`, token);
    const rest = await web.get(`/luna/events/${userId}?after=${first.json.next}`, token);
    expect([...first.json.events, ...rest.json.events]).toEqual(all.json.events);
    expect(rest.json.next).toBeNull();
  });

  it('R26: tells of the energy that the user has just spent', async () => {
    const { token } = await web.user();
    const { json: spent } = await web.pay('/luna/energy/consume', token, {
      action: 'conseil_rapide',
    });
    for (const path of ['/api/luna/energy/entries', '/luna/energy/entries']) {
      const entries = await web.get(`${path}?at_least_version=${spent.version}&limit=1`, token);
      expect(entries).toMatchObject({
        status: 200,
        json: {
          lines: [{ kind: 'consume', action: 'conseil_rapide', amount: -5, balance: 95 }],
          next: expect.any(String),
          version: spent.version,
        },
      });
    }
  });

  it('tells what the user used energy for, by day and action, over 7, 14 or 90 days', async () => {
    const { token } = await web.user();
    const action = 'conseil_rapide';
    await web.pay('/luna/energy/consume', token, { action });
    const { json: spent } = await web.pay('/luna/energy/consume', token, { action });
    const known = `at_least_version=${spent.version}`;
    for (const path of ['/api/luna/energy/usage', '/luna/energy/usage']) {
      const figures = { times: 2, cost: 10, list_cost: 10, refunds: 0, refunded: 0 };
      expect(await web.get(`${path}?window=14d&${known}`, token)).toMatchObject({
        status: 200,
        json: { window: '14d', total: figures, lines: [{ action, ...figures }] },
      });
    }
    expect(await web.get(`/api/luna/energy/usage?${known}`, token)).toMatchObject({
      json: { window: '7d', total: { times: 2 } },
    });
    expect(await web.get('/api/luna/energy/usage?window=8d', token)).toMatchObject({
      status: 400,
      json: { code: 'INVALID_MESSAGE', issues: [{ field: 'window' }] },
    });
  });

  it('R29: lets staff read another user, and nobody else', async () => {
    const { userId, token } = await web.user();
    await eventsOf(userId, token, 3);
    const stranger = await web.user();
    const staff = await web.stack.user({ staff: true });
    const routes = [
      `/api/luna/events/${userId}`,
      `/api/luna/energy/entries?at_least_version=2&user_id=${userId}`,
      `/api/luna/energy/usage?at_least_version=2&user_id=${userId}`,
    ];
    for (const route of routes) {
      const own = await web.get(route, token);
      expect(own.status).toBe(200);
      expect(await web.get(route, stranger.token)).toMatchObject({
        status: 403,
        json: { code: 'FORBIDDEN', allowed: ['staff'] },
      });
      expect((await web.get(route, staff.token)).json).toEqual(own.json);
    }
  });

  it('names what is wrong with a page as the address has it', async () => {
    const { userId, token } = await web.user();
    const staff = await web.stack.user({ staff: true });
    const fieldOf = async (path: string, by = token) => {
      const { status, json } = await web.get(path, by);
      return [status, json.code, json.issues?.[0].field];
    };
    const invalid = (field: string) => [400, 'INVALID_MESSAGE', field];
    const events = `/api/luna/events/${userId}`;
    expect(await fieldOf(`${events}?limit=many`)).toEqual(invalid('limit'));
    expect(await fieldOf(`${events}?limit=201`)).toEqual(invalid('limit'));
    expect(await fieldOf(`${events}?after=x`)).toEqual(invalid('after'));
    expect(await fieldOf(`${events}?limit=1&limit=2`)).toEqual(invalid('limit'));
    expect(await fieldOf('/api/luna/energy/entries?at_least_version=x')).toEqual(
      invalid('at_least_version'),
    );
    expect(await fieldOf('/api/luna/events/nobody', staff.token)).toEqual(invalid('user_id'));
  });

  it('R19: refuses the cursor of another stream, and says where to begin again', async () => {
    const { userId, token } = await web.user();
    const path = `/api/luna/events/${userId}?after=00000000-0000-4000-8000-000000000000.7`;
    expect(await web.get(path, token)).toMatchObject({
      status: 410,
      json: { code: 'CURSOR_EXPIRED', next_step: { fr: expect.stringContaining('première page') } },
    });
  });
});
