import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '#libs/contracts';
import { header } from '#libs/messaging';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import { TestEventSource } from './event-source.js';
import { bearer, WebsiteStack } from './website-stack.js';

const path = '/api/letters/write';
const { cost } = catalogue.lettre_motivation;

describe('a letter that is written over HTTP', () => {
  let web: WebsiteStack;
  const open: TestEventSource[] = [];

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterEach(() => {
    disarmFailpoints();
    for (const source of open.splice(0)) source.close();
  });
  afterAll(() => web?.stop());

  const wishes = { experience: PROFILE, offer: OFFER, position: 'vendeuse' };

  /** The request as a page sends it. */
  const asked = (token: string, key: string, more: Record<string, string> = {}) => ({
    method: 'POST',
    body: JSON.stringify(wishes),
    headers: {
      ...bearer(token),
      ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
      ...{ 'idempotency-key': key, ...more },
    },
  });

  async function events(token: string, key: string = randomUUID(), more = {}) {
    const { headers, ...rest } = asked(token, key, more);
    const source = await TestEventSource.open(web.url + path, headers, rest);
    open.push(source);
    await eventually(() => source.ended);
    return source;
  }

  const points = async (token: string) => {
    const { balance, held } = (await web.get('/api/luna/energy/balance', token)).json;
    return { balance, held };
  };

  const shown = (source: TestEventSource) =>
    source.told.map(({ data }) => (data.kind === 'text' ? data.text : '')).join('');

  it('is events for who accepts them: its steps, its text piece by piece, and the whole in the end', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const source = await events(token, key);
    const { told, response } = source;
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.has(header.replayed)).toBe(false);
    const end = told.at(-1)!;
    expect(end).toMatchObject({ event: 'end', data: { version: 1, receipt: { cost } } });
    expect(shown(source)).toBe(end.data.text);
    const steps = told.flatMap(({ event, data }) => (event === 'part' ? (data.step ?? []) : []));
    expect(steps).toEqual(['writing', 'checking', 'keeping']);
    const plain = await web.pay(path, token, wishes, key);
    expect(plain).toMatchObject({ status: 200, json: end.data });
    expect(plain.headers.get(header.replayed)).toBe('true');
    expect(await points(token)).toEqual({ balance: 100 - cost, held: 0 });
  });

  it('is its end alone, as JSON, for everybody else', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const { status, headers, json } = await web.pay(path, token, wishes, key);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(headers.has(header.replayed)).toBe(false);
    expect(json).toMatchObject({ version: 1, engine: 'local', receipt: { cost } });
    const again = await events(token, key);
    expect(again.response.headers.get(header.replayed)).toBe('true');
    expect(again.told.at(-1)).toMatchObject({ event: 'end', data: json });
  });

  it('goes on after the last event that the page has', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const first = await events(token, key);
    const had = first.told[2]!;
    const later = await events(token, key, { 'last-event-id': had.id! });
    expect(later.told).toEqual(first.told.slice(3));
  });

  it('begins anew with its key when the work of the last event is over: the same letter, paid once', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const first = await events(token, key);
    const later = await events(token, key, { 'last-event-id': `${randomUUID()}.2` });
    expect(later.told[0]!.event).toBe('restart');
    expect(later.told.at(-1)).toEqual(first.told.at(-1));
    expect(await points(token)).toEqual({ balance: 100 - cost, held: 0 });
  });

  it('is refused with its status before anything is held, also where events are accepted', async () => {
    const { token } = await web.user();
    const { headers } = asked(token, randomUUID());
    const refused = await web.post(path, token, { ...wishes, experience: 'Bonjour.' }, headers);
    expect(refused).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_WRITE_FROM' } });
    expect(await points(token)).toEqual({ balance: 100, held: 0 });
  });

  it('is waited for as long as its contract says, and so is an analysis', async () => {
    const { token } = await web.user();
    armFailpoint('held-work.in-work', 'pause:11000');
    const [letter, analysis] = await Promise.all([
      web.pay(path, token, wishes),
      web.pay('/api/letters/analyse-offer', token, { offer: OFFER }),
    ]);
    expect([letter.status, analysis.status]).toEqual([200, 200]);
  });

  it('R33: is cancelled at once by its key, while somebody waits for it', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    armFailpoint('held-work.in-work', 'hang');
    const waiting = fetch(web.url + path, asked(token, key)).then((answer) => answer.text());
    await eventually(
      () => points(token),
      ({ held }) => held === cost,
    );
    for (let time = 1; time <= 2; time++)
      expect((await web.pay(`${path}/cancel`, token, {}, key)).status).toBe(204);
    expect(await waiting).toContain('"code":"PARTS_GONE"');
    await eventually(
      () => points(token),
      ({ held }) => held === 0,
    );
    expect((await web.get('/api/letters', token)).json.letters).toEqual([]);
  });

  it.each([
    ['events', 'text/event-stream'],
    ['JSON', 'application/json'],
  ])(
    'R33: is cancelled when a page that waits for %s does not come back',
    async (_name, accept) => {
      const { token } = await web.user();
      armFailpoint('held-work.in-work', 'hang');
      const leaving = new AbortController();
      const waiting = fetch(web.url + path, {
        ...asked(token, randomUUID(), { accept }),
        signal: leaving.signal,
      });
      const left = waiting.catch(() => undefined);
      await eventually(
        () => points(token),
        ({ held }) => held === cost,
      );
      leaving.abort();
      await left;
      await eventually(
        () => points(token),
        ({ held }) => held === 0,
        60_000,
      );
      expect(await points(token)).toEqual({ balance: 100, held: 0 });
      expect((await web.get('/api/letters', token)).json.letters).toEqual([]);
    },
    90_000,
  );
});
