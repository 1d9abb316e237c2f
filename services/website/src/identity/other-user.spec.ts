import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { otherUserNamed } from './other-user.js';

const userId = '11111111-1111-4111-8111-11111111111a';
const other = '22222222-2222-4222-8222-222222222222';
const namedBy = (user_id: unknown) =>
  otherUserNamed({ params: {}, query: {}, body: { user_id } } as FastifyRequest, {
    userId,
  });

describe('a user_id in a request', () => {
  it('names nobody else when it is missing or the own one', () => {
    for (const own of [undefined, null, userId, userId.toUpperCase(), [userId, userId]]) {
      expect(namedBy(own)).toBeUndefined();
    }
  });

  it('names the other user', () => {
    for (const one of [other, [userId, other]]) expect(namedBy(one)).toBe(other);
  });

  it('names another user when it is no text, however deep it is', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    for (const odd of [5, true, {}, [], [[userId]], [userId, 5], deep]) {
      expect(namedBy(odd)).toBe('(not a user id)');
    }
  });
});
