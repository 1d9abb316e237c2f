import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { HttpStack } from './http-stack.js';
import { letter } from './letter.sample.js';

describe('the chain, over HTTP', () => {
  let house: HttpStack;

  beforeAll(async () => {
    house = await HttpStack.start();
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  it.each(['/api', ''])('answers everything a person does, under "%s"', async (prefix) => {
    const user = await house.signedInUser();
    const energy = `${prefix}/luna/energy`;

    const catalogue = await user.get(`${energy}/catalogue`);
    expect(catalogue.json.actions).toHaveLength(15);
    expect(
      (await user.post(`${energy}/check`, { action: 'plan_reconversion' })).json,
    ).toMatchObject({
      allowed: true,
      cost: 50,
      remaining: 50,
    });
    expect(
      (await user.post(`${energy}/preview`, { action: 'verification_format' })).json,
    ).toMatchObject({
      before: 100,
      after: 97,
      sentence: { fr: expect.stringContaining('Il vous en restera 97.') },
    });
    const consumed = await user.post(`${energy}/consume`, { action: 'conseil_rapide' });
    expect(consumed.json).toMatchObject({ cost: 5, balance: 95, version: 3 });

    const checked = await user.post(`${prefix}/letters/verify`, { text: letter });
    expect(checked.json).toMatchObject({
      report: { engine: 'local' },
      receipt: { cost: 3, balance: 92 },
    });
    for (const { start, end, excerpt } of checked.json.report.findings)
      expect(letter.slice(start, end)).toBe(excerpt);
    const cv = await user.post(`${prefix}/cv/verify`, {
      text: `Camille Roux\nComptable\n${letter}`,
    });
    expect(cv.json).toMatchObject({ receipt: { cost: 3, balance: 89 } });

    expect((await user.get(`${energy}/balance`)).json).toMatchObject({
      balance: 89,
      available: 89,
      version: 5,
    });
    const history = await user.get(`${energy}/entries?at_least_version=5`);
    expect(history.json.version).toBe(5);
    expect(history.json.lines.map((line: { amount: number }) => line.amount)).toEqual([
      -3, -3, -5, 100,
    ]);
  });

  it('tells one event each from hub, letters, cv and website, in the stream and in the event store', async () => {
    const user = await house.signedInUser();
    await user.post('/api/letters/verify', { text: letter });
    await user.post('/api/cv/verify', { text: letter });
    const events = await eventually(
      async () =>
        (await user.get(`/api/luna/events/${user.userId}`)).json.events as {
          type: string;
          source: string;
        }[],
      (all) => all.length === 7,
    );
    expect(events.map(({ source, type }) => `${source} ${type}`).sort()).toEqual([
      'cv CvVerified',
      'hub AccountOpened',
      'hub EnergyConsumed',
      'hub EnergyConsumed',
      'hub EnergyGranted',
      'letters LetterVerified',
      'website SignedIn',
    ]);
  });

  it('passes French text through unchanged: apostrophes, dashes, code, emoji, 100 kB', async () => {
    const user = await house.signedInUser();
    const long = `Madame, Monsieur,\n\n${"L’été, c'est l’idéal -- <script>JavaScript</script> 😀 «œuvre» ; DROP TABLE\n".repeat(1_200)}`;
    expect(Buffer.byteLength(long)).toBeGreaterThan(100_000);
    const reply = await user.post('/api/letters/verify', { text: long });
    expect(reply.status).toBe(200);
    expect(reply.json.report.characters).toBe([...long].length);
    const { findings } = reply.json.report;
    expect(findings.length).toBeGreaterThan(0);
    for (const { start, end, excerpt } of findings) expect(long.slice(start, end)).toBe(excerpt);
  });

  it('refuses a user id that is not the token’s, in body and path', async () => {
    const user = await house.signedInUser();
    const foreign = randomUUID();
    const consume = await user.post('/luna/energy/consume', {
      user_id: foreign,
      action_name: 'conseil_rapide',
    });
    expect(consume).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } });
    expect((await user.get(`/api/luna/events/${foreign}`)).status).toBe(403);
    const own = await user.post('/luna/energy/consume', {
      user_id: user.userId,
      action_name: 'conseil_rapide',
    });
    expect(own).toMatchObject({ status: 200, json: { balance: 95 } });
  });

  it('answers the same key once, and tells a retry that it is one', async () => {
    const user = await house.signedInUser();
    const key = { 'idempotency-key': randomUUID() };
    const first = await user.post('/api/luna/energy/consume', { action: 'conseil_rapide' }, key);
    const again = await user.post('/api/luna/energy/consume', { action: 'conseil_rapide' }, key);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('phoenix-replayed')).toBe('true');
    const other = await user.post('/api/luna/energy/consume', { action: 'analyse_offre' }, key);
    expect(other).toMatchObject({ status: 422, json: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('follows one correlation id from the response through three services to the row; no token is anywhere', async () => {
    const user = await house.signedInUser();
    const reply = await user.post('/api/letters/verify', { text: letter });
    const correlationId = reply.headers.get('x-correlation-id')!;
    const rows = await eventually(
      async () =>
        (
          await house.database.query<{ source: string; trace_id: string }>(
            'SELECT source, trace_id FROM projector.event_store_v1 WHERE correlation_id = $1 ORDER BY source',
            [correlationId],
          )
        ).rows,
      (all) => all.length === 2,
    );
    expect(rows.map((row) => row.source)).toEqual(['hub', 'letters']);
    expect(new Set(rows.map((row) => row.trace_id)).size).toBe(1);
    const speaking = ['website', 'letters', 'hub'];
    await eventually(() => {
      const lines = house.stack.lines.filter((line) => line.includes(correlationId));
      return speaking.every((service) =>
        lines.some((line) => line.includes(`"service":"${service}"`)),
      );
    });

    const secret = user.token.split('.')[2]!;
    expect(house.stack.lines.filter((line) => line.includes(secret))).toEqual([]);
    const tables = await house.database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('hub', 'letters', 'cv', 'website', 'projector')`,
    );
    for (const { name } of tables.rows) {
      const found = await house.database.query(
        `SELECT FROM ${name} AS row WHERE row::text LIKE $1`,
        [`%${secret}%`],
      );
      expect([name, found.rowCount]).toEqual([name, 0]);
    }
  });

  it('lists the services that are there, with figures', async () => {
    const user = await house.newUser();
    const names = (await user.get('/api/services')).json.services.map(
      (one: { service: string }) => one.service,
    );
    expect(names).toEqual(expect.arrayContaining(['cv', 'hub', 'letters', 'projector']));
  });

  it('says in French what is wrong and what to do next', async () => {
    const user = await house.signedInUser();
    const action = 'plan_reconversion';
    for (let n = 0; n < 2; n++) await user.post('/api/luna/energy/consume', { action });
    const refused = await user.post('/api/luna/energy/consume', { action });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused).toMatchObject({
      status: 402,
      json: {
        code: 'INSUFFICIENT_ENERGY',
        required: 50,
        available: 0,
        deficit: 50,
        correlation_id: expect.any(String),
      },
    });
    const withoutKey = await fetch(`${house.websiteUrl}/api/luna/energy/consume`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action }),
    });
    expect(withoutKey.status).toBe(400);
    expect(await withoutKey.text()).toContain('Idempotency-Key');
  });
});
