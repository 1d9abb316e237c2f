import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastCommonPlace } from './last-common-place.js';

describe('lastCommonPlace', () => {
  it('R18: finds the last event before the cut, wherever the stream was cut and however it grew again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        async (sequences, cut, grown) => {
          const published = sequences.toSorted((a, b) => a - b);
          const streamEnd = cut + grown;
          const found = await lastCommonPlace(
            streamEnd,
            async (limit) => {
              const sequence = published.findLast((each) => each <= limit);
              return sequence === undefined ? undefined : { id: `ours-${sequence}`, sequence };
            },
            async (sequence) => {
              if (sequence > streamEnd) return null;
              return sequence <= cut ? `ours-${sequence}` : `another-${sequence}`;
            },
          );
          expect(found).toBe(published.findLast((each) => each <= cut) ?? 0);
        },
      ),
    );
  });

  it('asks the stream once when nothing was lost', async () => {
    const asked: number[] = [];
    const place = { id: 'a', sequence: 900_000 };
    const found = await lastCommonPlace(
      1_000_000,
      async () => place,
      async (sequence) => {
        asked.push(sequence);
        return 'a';
      },
    );
    expect([found, asked]).toEqual([900_000, [900_000]]);
  });

  it('asks few times when all of a long stream was lost', async () => {
    let asked = 0;
    const found = await lastCommonPlace(
      1_000_000,
      async (sequence) => (sequence < 1 ? undefined : { id: 'a', sequence }),
      async () => {
        asked++;
        return null;
      },
    );
    expect(found).toBe(0);
    expect(asked).toBeLessThan(45);
  });
});
