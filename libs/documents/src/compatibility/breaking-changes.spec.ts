import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { breakingChanges } from './breaking-changes.js';
import { command, event, part, reply, request } from './planted.sample.js';
import type { Publication } from './publication.js';

const changes = (was: Publication, ...is: Publication[]) =>
  breakingChanges([was], is).map(({ change }) => change);

const cat = z.uuid();
const food = z.enum(['fish', 'milk']);
const moreFood = z.enum(['fish', 'milk', 'meat']);
const atMost = (grams: number) => z.int().max(grams);
const cats = (shape: z.ZodRawShape) => z.array(z.object(shape));
const byName = (shape: z.ZodRawShape) => z.record(z.string(), z.object(shape));

type Change = [change: string, was: Publication, is: Publication];

describe('a command is broken when', () => {
  it.each<Change>([
    ['request.cat is required now', request({}), request({ cat })],
    ['request.cat is required now', request({ cat: cat.optional() }), request({ cat })],
    ['request.n is required now', request({ n: z.int().default(5) }), request({ n: z.int() })],
    ['request.cat is gone', request({ cat: cat.optional() }), request({})],
    ['request.a takes less: integer, not string', request({ a: cat }), request({ a: z.int() })],
    [
      'request.n takes less: integer, not number',
      request({ n: z.number() }),
      request({ n: z.int() }),
    ],
    ['request.food takes less: not meat', request({ food: moreFood }), request({ food })],
    ['request.food takes less: only fish, milk', request({ food: z.string() }), request({ food })],
    ['request.n takes less: maximum 8', request({ n: atMost(9) }), request({ n: atMost(8) })],
    [
      'request.a takes less: minLength 1',
      request({ a: z.string() }),
      request({ a: z.string().min(1) }),
    ],
    [
      'request.a takes less: pattern "^a"',
      request({ a: z.string() }),
      request({ a: z.string().regex(/^a/) }),
    ],
    [
      'request.cat takes less: no place for null',
      request({ cat: cat.nullable() }),
      request({ cat }),
    ],
    [
      'request.all[].n takes less: maximum 1',
      request({ all: cats({ n: z.int() }) }),
      request({ all: cats({ n: atMost(1) }) }),
    ],
    [
      'request.any takes less: not anything any more',
      request({ any: z.unknown() }),
      request({ any: cat }),
    ],
    ['takes 99 bytes only', command({}), command({ maxBytes: 99 })],
    ['is not open to staff any more', command({ by: ['user', 'staff'] }), command({})],
    [
      'may be refused with UNKNOWN_ACTION, which older callers do not know',
      command({}),
      command({ refusals: ['UNKNOWN_ACTION'] }),
    ],
    ['reply.cat is gone', reply({ cat }), reply({})],
    ['part.cat is gone', part({ cat }), part({})],
    ['part.cat may be left out now', part({ cat }), part({ cat: cat.optional() })],
    ['reply.cat is gone', reply({ cat: cat.optional() }), reply({})],
    [
      'reply.in.cat is gone',
      reply({ in: z.object({ cat }).nullable() }),
      reply({ in: z.object({}).nullable() }),
    ],
    ['reply.cat may be left out now', reply({ cat }), reply({ cat: cat.optional() })],
    [
      'reply.food says more than older readers take: not meat',
      reply({ food }),
      reply({ food: moreFood }),
    ],
    [
      'reply.cat says more than older readers take: no place for null',
      reply({ cat }),
      reply({ cat: cat.nullable() }),
    ],
    [
      'reply.n says more than older readers take: maximum 5',
      reply({ n: atMost(5) }),
      reply({ n: atMost(6) }),
    ],
    [
      'reply.all.*.cat may be left out now',
      reply({ all: byName({ cat }) }),
      reply({ all: byName({}) }),
    ],
  ])('%s', (change, was, is) => {
    expect(changes(was, is)).toEqual([change]);
  });

  it('nothing of it is left', () => {
    expect(changes(command({}))).toEqual(['is gone']);
  });
});

describe('a command is not broken by', () => {
  it.each<Change>([
    [
      'nothing',
      command({ request: { cat }, reply: { food } }),
      command({ request: { cat }, reply: { food } }),
    ],
    ['a field that may be sent', request({}), request({ cat: cat.optional() })],
    ['a field that is not needed any more', request({ cat }), request({ cat: cat.optional() })],
    ['more values', request({ food }), request({ food: moreFood })],
    ['a wider limit', request({ n: atMost(5) }), request({ n: z.number().max(6) })],
    ['a null that is taken too', request({ cat }), request({ cat: cat.nullable() })],
    ['a field more in its reply', reply({}), reply({ cat })],
    ['fewer values in its reply', reply({ food: moreFood }), reply({ food })],
    ['a reply that is not null any more', reply({ cat: cat.nullable() }), reply({ cat })],
    ['other words', request({ cat }), request({ cat: cat.describe('Its id.') })],
    ['more callers', command({}), command({ by: ['user', 'staff'] })],
    ['more bytes', command({}), command({ maxBytes: 101 })],
    ['a refusal less', command({ refusals: ['UNKNOWN_ACTION'] }), command({})],
  ])('%s', (_, was, is) => {
    expect(changes(was, is)).toEqual([]);
  });
});

describe('an event is broken when', () => {
  it.each<Change>([
    ['data.cat is required now', event({}), event({ cat })],
    ['data.cat is gone', event({ cat }), event({})],
    ['data.cat may be left out now', event({ cat }), event({ cat: cat.optional() })],
    [
      'data.food says more than older readers take: not meat',
      event({ food }),
      event({ food: moreFood }),
    ],
    ['data.food takes less: not meat', event({ food: moreFood }), event({ food })],
  ])('%s', (change, was, is) => {
    expect(changes(was, is)).toEqual([change]);
  });

  it('a new version takes its place, not when it stands beside', () => {
    expect(changes(event({}), event({ cat }, 2))).toEqual(['is gone']);
    expect(changes(event({}), event({}), event({ cat }, 2))).toEqual([]);
  });

  it('not by data that may be told', () => {
    expect(changes(event({}), event({ cat: cat.optional() }))).toEqual([]);
  });
});

it('an error is broken by another status and by details that are gone', () => {
  const was = { contract: 'error.NO_CAT', status: 404, reply: reply({ cat }).reply! };
  const is = { ...was, status: 410, reply: reply({}).reply! };
  expect(changes(was, is)).toEqual(['has the status 410', 'reply.cat is gone']);
});
