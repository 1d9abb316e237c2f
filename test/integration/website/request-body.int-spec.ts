import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MessageClient } from '#libs/messaging';
import { bearer, WebsiteStack } from './website-stack.js';

describe('what is sent over HTTP', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => web?.stop());

  it('hands a person’s text on as it is, 100 kB of it', async () => {
    const { token } = await web.user();
    const line =
      'L’été, c\'est "déjà" -- JavaScript; DROP TABLE <b>lettres</b> 🙂\u00A0: œuvre\u2028\n';
    const text = line.repeat(Math.ceil(100_000 / Buffer.byteLength(line)));
    expect(Buffer.byteLength(text)).toBeGreaterThan(100_000);
    const sent = jest.spyOn(web.website.app.get(MessageClient), 'exchange');
    for (const route of ['/letters/verify', '/api/cv/verify']) {
      const { status, json } = await web.pay(route, token, { text, expected_cost: 3 });
      expect([status, json.receipt?.cost]).toEqual([200, 3]);
      const found: { start: number; end: number; excerpt: string }[] = json.report.findings;
      expect(found.filter(({ excerpt }) => excerpt !== '').length).toBeGreaterThan(0);
      for (const { start, end, excerpt } of found) expect(text.slice(start, end)).toBe(excerpt);
    }
    expect(sent.mock.calls.map(([, body]) => (body as { text: string }).text === text)).toEqual([
      true,
      true,
    ]);
  });

  it('refuses what cannot be read, each with its problem', async () => {
    const { token } = await web.user();
    const check = '/api/luna/energy/check';
    const typed = (type: string) => ({ ...bearer(token), 'content-type': type });
    const asJson = (body: string | Uint8Array<ArrayBuffer>) =>
      web.request(check, { method: 'POST', headers: typed('application/json'), body });
    const answers = {
      badJson: await asJson('{'),
      badUtf8: await asJson(new Uint8Array([0x22, 0xff, 0x22])),
      list: await asJson('[]'),
      deep: await asJson('['.repeat(200_000) + ']'.repeat(200_000)),
      deepUser: await asJson(`{"user_id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      noTextForUser: await asJson('{"user_id":[[[5]]]}'),
      nothing: await asJson(''),
      wrongType: await web.post(check, token, { action: 5 }),
      text: await web.request(check, { method: 'POST', headers: typed('text/plain'), body: '{}' }),
      form: await web.request(check, {
        method: 'POST',
        headers: typed('application/x-www-form-urlencoded'),
        body: 'action=x',
      }),
      nowhere: await web.get('/api/nowhere', token),
      wrongMethod: await web.get(check, token),
      badAddress: await web.get('/api/%zz', token),
      longAddress: await web.get(`/api/luna/events/${'a'.repeat(300)}`, token),
      largeHeaders: await web.request(check, { headers: { cookie: 'c'.repeat(20_000) } }),
    };
    const told = Object.entries(answers).map(([name, { status, headers, json }]) => {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(headers.get('x-correlation-id')).toBe(json.correlation_id);
      expect(json).toMatchObject({
        status,
        title: expect.any(String),
        next_step: { fr: expect.any(String) },
      });
      return [name, `${status} ${json.code}`];
    });
    expect(Object.fromEntries(told)).toEqual({
      badJson: '400 INVALID_MESSAGE',
      badUtf8: '400 INVALID_MESSAGE',
      list: '400 INVALID_MESSAGE',
      deep: '400 INVALID_MESSAGE',
      deepUser: '400 INVALID_MESSAGE',
      noTextForUser: '403 FORBIDDEN',
      nothing: '400 INVALID_MESSAGE',
      wrongType: '400 INVALID_MESSAGE',
      text: '415 UNSUPPORTED_MEDIA_TYPE',
      form: '415 UNSUPPORTED_MEDIA_TYPE',
      nowhere: '404 NOT_FOUND',
      wrongMethod: '404 NOT_FOUND',
      badAddress: '404 NOT_FOUND',
      longAddress: '404 NOT_FOUND',
      largeHeaders: '431 HEADERS_TOO_LARGE',
    });
  });

  it('names both figures of a body that is too large', async () => {
    const { token } = await web.user();
    const text = 'é'.repeat(600_000);
    expect(await web.pay('/api/letters/verify', token, { text })).toMatchObject({
      status: 413,
      json: { code: 'PAYLOAD_TOO_LARGE', limit_bytes: 1_048_576, actual_bytes: 1_200_011 },
    });
  });

  it('leaves lone surrogates and U+0000 to the service that refuses them', async () => {
    const { token } = await web.user();
    for (const text of ['"a\\ud800b"', '"a\\u0000b"']) {
      expect(await web.pay('/api/letters/verify', token, `{"text":${text}}`)).toMatchObject({
        status: 400,
        json: { code: 'INVALID_MESSAGE', issues: [{ field: 'text' }] },
      });
    }
    expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(100);
  });
});
