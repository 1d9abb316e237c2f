import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineStream, refuse } from '#libs/contracts';
import { Handles } from './handles.js';
import { partsFrom, type GivePart } from './streams/parts-from.js';

const tell = defineStream({
  subject: 'phoenix.stream.cat.tell',
  by: ['user'],
  request: z.object({}),
  part: z.object({ text: z.string() }),
  reply: z.object({ words: z.int() }),
  refusals: ['TEXT_WITHOUT_WORDS'],
});

/** Whatever is wrong here, the compiler says so: each `@ts-expect-error` is one that it would miss otherwise. */
class Storyteller {
  @Handles(tell)
  async *right() {
    yield { text: 'miaow' };
    if (Date.now() < 0) return refuse('TEXT_WITHOUT_WORDS', 'No word.', { field: 'text' });
    return { words: 1 };
  }

  @Handles(tell)
  rightFromWithin() {
    return partsFrom(async (give: GivePart<{ text: string }>) => {
      await give({ text: 'miaow' });
      return { words: 1 };
    });
  }

  // @ts-expect-error -- a part of another shape, given from within
  @Handles(tell)
  wrongFromWithin() {
    return partsFrom(async (give: GivePart<{ text: number }>) => {
      await give({ text: 7 });
      return { words: 1 };
    });
  }

  // @ts-expect-error -- a part of another shape
  @Handles(tell)
  async *wrongPart() {
    yield { text: 7 };
    return { words: 1 };
  }

  // @ts-expect-error -- an end of another shape
  @Handles(tell)
  async *wrongEnd() {
    yield { text: 'miaow' };
    return { words: 'one' };
  }

  // @ts-expect-error -- no end
  @Handles(tell)
  async *noEnd() {
    yield { text: 'miaow' };
  }

  // @ts-expect-error -- a refusal that the contract does not list
  @Handles(tell)
  async *otherRefusal() {
    yield { text: 'miaow' };
    return refuse('ACCOUNT_NOT_FOUND', 'No account.', { userId: 'x' });
  }

  // @ts-expect-error -- one reply instead of parts
  @Handles(tell)
  async once() {
    return { words: 1 };
  }
}

describe('a handler of a stream', () => {
  it('hears every caller of its contract', () => {
    const handler = Object.getOwnPropertyDescriptor(Storyteller.prototype, 'right')!
      .value as object;
    expect(Reflect.getMetadata('microservices:pattern', handler)).toEqual([
      'phoenix.stream.cat.tell.*',
    ]);
  });
});
