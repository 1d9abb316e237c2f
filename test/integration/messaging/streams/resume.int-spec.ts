import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageClient } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { tellHastily, tellStory } from './stories.js';
import { asking, endlessly, StoryStack, type Script } from './story-stack.js';

const text = (n: number) => ({ text: `part ${n}` });

describe('a streamed reply that is asked for again', () => {
  let stack: StoryStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await StoryStack.start(3);
    client = await stack.client();
  });
  afterAll(() => stack?.stop());

  /** Tells two parts at once and the third when it is let; counts how often it was begun. */
  function story() {
    let goOn!: () => void;
    const told = new Promise<void>((resolve) => (goOn = resolve));
    const counted = { begun: 0 };
    const script: Script = async function* () {
      counted.begun += 1;
      yield text(1);
      yield text(2);
      await told;
      yield text(3);
      return { words: 6 };
    };
    return { body: asking(script), goOn, counted };
  }

  const caller = () => stack.user();

  it('is the same work, from its first part on, whichever instance it is at', async () => {
    const { body, goOn, counted } = story();
    const user = await caller();
    const first = client.stream(tellStory, body, user);
    const parts: unknown[] = [];
    for await (const part of first) {
      parts.push(part);
      if (parts.length < 2) continue;
      const others = Array.from({ length: 6 }, async () => {
        const again = client.stream(tellStory, body, user);
        const seen: unknown[] = [];
        for await (const one of again) seen.push(one);
        return [...seen, await again.end];
      });
      if (parts.length === 2) {
        setImmediate(goOn);
        for (const seen of await Promise.all(others))
          expect(seen).toEqual([text(1), text(2), text(3), { words: 6 }]);
      }
    }
    expect(parts).toEqual([text(1), text(2), text(3)]);
    expect(counted.begun).toBe(1);
  });

  it('goes on from a part, without those before it', async () => {
    const { body, goOn, counted } = story();
    const user = await caller();
    const first = client.stream(tellStory, body, user);
    for await (const _part of first) first.leave();
    expect(first.position).toMatch(/\.1$/);
    const elsewhere = await stack.client();
    const second = elsewhere.stream(tellStory, body, user, { from: first.position });
    const parts: unknown[] = [];
    for await (const part of second) {
      parts.push(part);
      goOn();
    }
    expect([...parts, await second.end]).toEqual([text(2), text(3), { words: 6 }]);
    expect(counted.begun).toBe(1);
  });

  it('is there whole for a while after its end', async () => {
    const { body, goOn, counted } = story();
    const user = await caller();
    goOn();
    for (let n = 0; n < 2; n++) {
      const stream = client.stream(tellStory, body, user);
      const parts: unknown[] = [];
      for await (const part of stream) parts.push(part);
      expect([...parts, await stream.end]).toEqual([text(1), text(2), text(3), { words: 6 }]);
    }
    expect(counted.begun).toBe(1);
  });

  it('is refused from a part when that work is over or was never there', async () => {
    const { body, goOn } = story();
    goOn();
    const user = await caller();
    for (const from of [`${randomUUID()}.3`, 'no position', `*.3`, `${randomUUID()}.x`]) {
      const stream = client.stream(tellStory, body, user, { from });
      const reading = (async () => {
        for await (const _part of stream) throw new Error('there was a part');
      })();
      await expect(reading).rejects.toMatchObject({ code: 'PARTS_GONE' });
    }
  });

  it('is refused from a part that it does not have, and goes on for its other readers', async () => {
    const { body, goOn, counted } = story();
    const user = await caller();
    const first = client.stream(tellStory, body, user);
    const parts: unknown[] = [];
    const ahead = async (by: number) => {
      const [run, number] = first.position!.split('.');
      const from = `${run}.${Number(number) + by}`;
      const stream = client.stream(tellStory, body, user, { from });
      for await (const _part of stream) throw new Error('there was a part');
      return stream.end;
    };
    for await (const part of first) {
      parts.push(part);
      if (parts.length < 2) continue;
      await expect(ahead(9_999)).rejects.toMatchObject({ code: 'PARTS_GONE' });
      goOn();
    }
    expect([...parts, await first.end]).toEqual([text(1), text(2), text(3), { words: 6 }]);
    for (const by of [1, 9_999])
      await expect(ahead(by)).rejects.toMatchObject({ code: 'PARTS_GONE' });
    expect(await ahead(0)).toEqual({ words: 6 });
    expect(counted.begun).toBe(1);
  });

  it('R13: is refused with the same key and another body', async () => {
    const { body, goOn } = story();
    const user = await caller();
    for await (const _part of client.stream(tellStory, body, user)) {
      const other = { ...body, script: story().body.script };
      const again = client.stream(tellStory, other, user)[Symbol.asyncIterator]();
      await expect(again.next()).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      goOn();
    }
  });

  it('R13: begins anew after a refusal, and after it was cancelled', async () => {
    let begun = 0;
    const { script, cancelled } = endlessly();
    const body = asking(async function* (call) {
      begun += 1;
      if (begun === 1) throw new Error('out of words');
      return yield* script(call);
    });
    const user = await caller();
    const reading = () => client.stream(tellStory, body, user)[Symbol.asyncIterator]();
    await expect(reading().next()).rejects.toMatchObject({ code: 'INTERNAL' });
    for (const times of [1, 2]) {
      const again = reading();
      await again.next();
      expect(begun).toBe(times + 1);
      await again.return();
      await eventually(() => cancelled() === times);
    }
  });

  it('does not outlive the grace of its contract when nobody comes back', async () => {
    const { script, cancelled } = endlessly();
    const stream = client.stream(tellHastily, asking(script), await caller());
    for await (const _part of stream) stream.leave();
    await eventually(cancelled);
    const user = await caller();
    const again = () => {
      const resumed = client.stream(tellHastily, asking(script), user, { from: stream.position });
      return resumed[Symbol.asyncIterator]()
        .next()
        .catch(({ code }: { code: string }) => code);
    };
    // Asked in the moment in which nobody listens any more, it may hear nothing.
    await eventually(again, (code) => code === 'PARTS_GONE');
  });

  it('keeps two users with the same key apart', async () => {
    const { body, goOn, counted } = story();
    goOn();
    const ends = [await caller(), await caller()].map(async (user) => {
      const stream = client.stream(tellStory, body, user);
      const parts: unknown[] = [];
      for await (const part of stream) parts.push(part);
      return parts.length;
    });
    expect(await Promise.all(ends)).toEqual([3, 3]);
    expect(counted.begun).toBe(2);
  });
});
