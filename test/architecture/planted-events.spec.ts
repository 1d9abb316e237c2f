import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineEvent } from '#libs/contracts';
import { freeStrings } from './rules/closed-schema.js';
import { eventsNotInThePast } from './rules/event-names.js';
import { sampleProblems } from './rules/golden.js';

function event(data: z.ZodRawShape, type = 'CatFed') {
  return defineEvent({ type, version: 1, by: ['service:hub'], data: z.object(data) });
}

describe('an event is refused for', () => {
  it.each<[string, z.ZodType]>([
    ['a free string', z.string()],
    ['a string of limited length', z.string().max(20)],
    ['a string that may be absent', z.string().nullable().optional()],
    ['a mail address', z.email()],
    ['a pattern that lets words through', z.string().regex(/^[a-z ]{1,20}$/)],
    ['a pattern without an end', z.string().regex(/^[a-z]{1,20}/)],
    ['a pattern of any length', z.string().regex(/^[a-z]+$/)],
    ['a pattern of anything', z.string().regex(/^.{1,20}$/)],
    ['strings in a list', z.array(z.object({ word: z.string() }))],
    ['one of many shapes', z.union([z.int(), z.string()])],
    ['anything', z.unknown()],
    ['an open record', z.record(z.string(), z.int())],
    ['an open object', z.looseObject({ id: z.uuid() })],
  ])('R3: %s', (_, schema) => {
    expect(freeStrings(event({ planted: schema }))).toEqual([
      expect.stringMatching(/^CatFed v1: planted.* could hold anything/),
    ]);
  });

  it.each(['FeedCat', 'catFed', 'CatFeeding', 'Cat_Fed', 'CatIn'])('the name %s', (type) => {
    expect(eventsNotInThePast([event({}, type)])).toEqual([expect.stringContaining(type)]);
  });

  it('R6: a change by which what was published is not read any more', () => {
    const published = event({ catId: z.uuid() });
    const golden = { catId: crypto.randomUUID() };
    expect(sampleProblems(published, golden)).toEqual([]);
    expect(sampleProblems(event({ catId: z.uuid(), grams: z.int() }), golden)).toHaveLength(1);
    expect(sampleProblems(published, undefined)).toHaveLength(1);
  });

  it('R6: a sample that does not show everything', () => {
    const schema = event({ catId: z.uuid().optional() });
    expect(sampleProblems(schema, {})).toEqual([expect.stringContaining('does not show catId')]);
  });
});

describe('an event is taken with', () => {
  it('ids, numbers, enums, codes, dates, and lists and choices of them', () => {
    const schema = event({
      id: z.uuid(),
      amount: z.int().nullable(),
      kind: z.enum(['a', 'b']).optional(),
      at: z.iso.datetime(),
      day: z.iso.date(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      done: z.boolean(),
      list: z.array(z.object({ id: z.uuid(), way: z.literal('out') })),
      byKind: z.partialRecord(z.enum(['a', 'b']), z.int()),
    });
    expect(freeStrings(schema)).toEqual([]);
  });

  it.each(['CatFed', 'SignedIn', 'MoneySent', 'AccountOpened'])('the name %s', (type) => {
    expect(eventsNotInThePast([event({}, type)])).toEqual([]);
  });
});
