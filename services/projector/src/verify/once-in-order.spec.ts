import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '../engine/fact.js';
import { OnceInOrder } from './once-in-order.js';

const fact = (userId: string, subjectVersion: number) =>
  ({ sequence: 1, envelope: { source: 'hub', userId, subjectVersion } }) as unknown as Fact;

describe('events for a witness', () => {
  it('R2: come once, each user in the order of the versions, however the stream has them', () => {
    const one = fc.record({
      user: fc.constantFrom('a', 'b'),
      version: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (told) => {
        const order = new OnceInOrder();
        const taken = told.flatMap(({ user, version }) => [...order.take(fact(user, version))]);
        for (const user of ['a', 'b']) {
          const seen = new Set(told.filter((event) => event.user === user).map((e) => e.version));
          const expected: number[] = [];
          for (let next = 1; seen.has(next); next++) expected.push(next);
          const versions = taken
            .filter(({ envelope }) => envelope.userId === user)
            .map(({ envelope }) => envelope.subjectVersion);
          expect(versions).toEqual(expected);
        }
      }),
    );
  });
});
