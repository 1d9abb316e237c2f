import { describe, expect, it } from '@jest/globals';
import { hideSecrets } from './hide-secrets.js';

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJl-_x';

describe('hideSecrets', () => {
  it.each([
    [`no ${jwt}, thanks`, 'no [redacted], thanks'],
    [`first line\\n${jwt}`, 'first line\\n[redacted]'],
    ['Authorization: Bearer opaque-12345', 'Authorization: Bearer [redacted]'],
    ['postgres://hub:p@ss/w@rd@db:5432/phoenix', 'postgres://hub:[redacted]@db:5432/phoenix'],
    ['nats://bob:pw@a:4222,nats://b:4222', 'nats://[redacted]@a:4222,nats://b:4222'],
    ['GET /x?access_token=abc&page=2', 'GET /x?access_token=[redacted]&page=2'],
    ['GET https://ai/v1?key=abc', 'GET https://ai/v1?key=[redacted]'],
    [`{"kty":"OKP","d":"${'A'.repeat(43)}"}`, '{"kty":"OKP","d":"[redacted]"}'],
    [`AIza${'x'.repeat(35)}`, '[redacted]'],
    ['-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----', '[redacted]'],
  ])('turns %j into %j', (text, expected) => {
    expect(hideSecrets(text)).toBe(expected);
  });

  it.each([
    { a: { b: { c: { Authorization: 'Basic Zm9vOmJhcg==' } } } },
    { cookie: ['a=Zm9vOmJhcg==', 'b'] },
    { headers: { 'x-goog-api-key': 'Zm9vOmJhcg==' } },
    { token: { value: 'Zm9vOmJhcg==' } },
    { token: { a: [{ b: { c: 'Zm9vOmJhcg==' } }, '}'], d: {} } },
    { password: 'Zm9vOmJhcg==\\' },
    { token: 123456, cookie: [], secret: 'Zm9vOmJhcg==' },
    { quoted: JSON.stringify({ cookie: ['a', { b: 'Zm9vOmJhcg== \\"' }], page: 2 }) },
    { password: 'with "quotes" \\ and Zm9vOmJhcg==' },
    { quoted: JSON.stringify({ password: 'Zm9vOmJhcg==', page: 2 }) },
    { quoted: JSON.stringify({ quoted: JSON.stringify({ apiKey: 'Zm9vOmJhcg==' }) }) },
  ])('hides a member with a secret name and leaves JSON behind: %j', (value) => {
    const line = hideSecrets(JSON.stringify({ before: 1, ...value, after: 2 }));
    expect(line).not.toContain('Zm9vOmJhcg==');
    expect(JSON.parse(line)).toMatchObject({ before: 1, after: 2 });
    const { quoted } = JSON.parse(line) as { quoted?: string };
    if (quoted) expect(() => JSON.parse(quoted) as unknown).not.toThrow();
  });

  it.each([
    'the body was {"token": Zm9vOmJhcg==, and broken',
    'the body was {"token":"Zm9vOmJhcg==',
    'the body was {"token":{"a":["Zm9vOmJhcg==',
  ])('hides the value in what only begins like JSON: %j', (msg) => {
    const line = hideSecrets(JSON.stringify({ msg, after: 2 }));
    expect(line).not.toContain('Zm9vOmJhcg==');
    expect(JSON.parse(line)).toMatchObject({ after: 2 });
  });

  it('takes a time that grows with the length only', () => {
    const long = hideSecrets(`${'eyJ'.repeat(20_000)} ${'\\'.repeat(50_000)}"token":"`);
    expect(long.length).toBeGreaterThan(100_000);
  });

  it.each([
    '{"idempotencyKey":"abc","tokenKeysFile":"/etc/keys.json","token":null}',
    'the bearer token is missing',
    'mail bob@example.org about http://127.0.0.1:8080/api/energy?page=2',
    'nats://127.0.0.1:4222 closed',
  ])('leaves %j as it is', (text) => {
    expect(hideSecrets(text)).toBe(text);
  });
});
