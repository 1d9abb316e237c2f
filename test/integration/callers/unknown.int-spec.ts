import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { allContracts, buckets } from '#libs/contracts';
import { eventually, keeper } from '#libs/testing';
import { BareClient } from '../conformance/bare-client.js';
import { sampleAboutNothing } from '../conformance/samples.js';
import { bearer, WebsiteStack } from '../website/website-stack.js';
import { connectRaw } from '../wire/raw-connection.js';
import { everyRoute, type AnyRoute } from './every-route.js';

/** One round asks everything, which takes a while on a busy machine. */
const patienceMs = 45_000;
const forUsers = everyRoute.filter(({ forUser }) => forUser);

describe('while nobody knows whose token is good', () => {
  let web: WebsiteStack;
  let client: BareClient;
  let database: Client;

  beforeAll(async () => {
    web = await WebsiteStack.start();
    client = await BareClient.open(web.stack.broker);
    database = new Client({ connectionString: web.stack.database.adminUrl });
    await database.connect();
  });
  afterAll(async () => {
    await client?.close();
    await database?.end();
    await web?.stop();
  });

  async function askRoute({ method, path }: AnyRoute): Promise<string> {
    const { userId, token } = await web.stack.user();
    const { status, body } = await fetch(web.url + path.replace(':user_id', userId), {
      method,
      headers: {
        ...bearer(token),
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
      },
      ...(method !== 'GET' && { body: '{}' }),
    });
    await body?.cancel();
    return String(status);
  }

  /** What every contract and every route for users answers to a good token now. */
  async function answers(): Promise<Record<string, string>> {
    const all: Record<string, string> = {};
    for (const contract of allContracts) {
      const { token } = await web.stack.user();
      const headers = { Authorization: `Bearer ${token}` };
      const { code } = await client.ask(contract, await sampleAboutNothing(contract), headers);
      all[contract.subject] = code ?? 'OK';
    }
    for (const route of forUsers) all[`${route.method} ${route.path}`] = await askRoute(route);
    return all;
  }

  const isUnavailable = (answer: string) => answer === 'UNAVAILABLE' || answer === '503';

  it.each(Object.values(buckets))(
    'without %s all contracts and routes are unavailable: nobody is let in, nobody refused for good',
    async (bucket) => {
      const storage = await connectRaw(web.stack.broker, keeper);
      // The website cannot read what belongs in the buckets: it makes them anew, and they stay incomplete.
      await database.query('BEGIN');
      await database.query(
        'LOCK TABLE website.token_keys, website.sessions IN ACCESS EXCLUSIVE MODE',
      );
      try {
        const manager = await jetstreamManager(storage);
        await manager.streams.delete(`KV_${bucket}`);
        const allAway = (all: object) => Object.values(all).every(isUnavailable);
        const away = await eventually(answers, allAway, patienceMs);
        expect(Object.keys(away)).toHaveLength(allContracts.length + forUsers.length);
        const ready = await web.get('/ready');
        expect(ready.status).toBe(503);
        expect(JSON.stringify(ready.json)).toMatch(
          /It waits for the (token keys|revoked sessions)/,
        );
        const { token } = await web.stack.user();
        const asked = await web.get('/api/luna/energy/balance', token);
        expect(asked.headers.get('retry-after')).toMatch(/^\d+$/);
      } finally {
        await database.query('ROLLBACK');
        await storage.close();
      }
      const noneAway = (all: object) => !Object.values(all).some(isUnavailable);
      await eventually(answers, noneAway, patienceMs);
    },
    120_000,
  );
});
