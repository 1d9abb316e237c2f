import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { parseJsonBody } from './json-parser.js';

const read = (body: string) => {
  let outcome: { error: Error | null; body?: unknown } | undefined;
  parseJsonBody({} as FastifyRequest, Buffer.from(body), (error, value) => {
    outcome = { error, body: value };
  });
  return outcome;
};
const refusal = (problem: string) => ({
  error: expect.objectContaining({
    code: 'INVALID_MESSAGE',
    details: { issues: [{ field: '(body)', problem }] },
  }),
});

describe('a JSON body', () => {
  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('may hold %s 64 levels deep and no deeper', (_what, open, close) => {
    const nested = (levels: number) =>
      `${open.repeat(levels)}${open === '[' ? '' : 1}${close.repeat(levels)}`;
    expect(read(nested(64))).toEqual({ error: null, body: JSON.parse(nested(64)) });
    expect(read(nested(65))).toMatchObject(refusal('is nested deeper than 64 levels'));
    expect(read(nested(100_000))).toMatchObject(refusal('is nested deeper than 64 levels'));
  });

  it('counts no brackets in texts, and no neighbours', () => {
    const body = { text: '['.repeat(100), list: Array.from({ length: 100 }, () => [{}]) };
    expect(read(JSON.stringify(body))).toEqual({ error: null, body });
  });

  it('is refused when it cannot be read', () => {
    expect(read('{')).toMatchObject(refusal('is not valid JSON'));
    expect(read('')).toEqual({ error: null, body: undefined });
  });
});
