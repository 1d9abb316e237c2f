import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection, type MessageClient } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { tellCalmly, tellSteadily, tellStory } from './stories.js';
import { asking, endlessly, StoryStack, type Script } from './story-stack.js';

describe('a streamed reply, when something goes away in the middle:', () => {
  let stack: StoryStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await StoryStack.start(0);
    client = await stack.client();
  });
  afterAll(() => stack?.stop());

  const firstPart = { text: 'once upon a time' };

  it('the broker: it goes on where it was, with no part lost and none twice', async () => {
    const instance = await stack.run();
    let goOn!: () => void;
    const back = new Promise<void>((resolve) => (goOn = resolve));
    const body = asking(async function* () {
      for (let n = 1; n <= 3; n++) yield { text: `part ${n}` };
      await back;
      for (let n = 4; n <= 6; n++) yield { text: `part ${n}` };
      return { words: 12 };
    });
    const stream = client.stream(tellCalmly, body, await stack.user());
    const parts: string[] = [];
    for await (const { text } of stream) {
      parts.push(text);
      if (parts.length !== 2) continue;
      await stack.broker.kill();
      goOn();
      await stack.broker.restart();
    }
    expect(parts).toEqual([1, 2, 3, 4, 5, 6].map((n) => `part ${n}`));
    expect(await stream.end).toEqual({ words: 12 });
    await instance.app.close();
  });

  it('the instance, before the first part: another one begins it with the same key', async () => {
    const first = await stack.run();
    let begun = 0;
    const script: Script = async function* (call) {
      begun += 1;
      if (begun === 1) {
        // As if it died: it says nothing more, and nobody listens.
        await first.app.get(Connection).close();
        await new Promise((resolve) => call.cancelled.addEventListener('abort', resolve));
      }
      yield firstPart;
      return { words: 4 };
    };
    const stream = client.stream(tellSteadily, asking(script), await stack.user());
    const reading = stream[Symbol.asyncIterator]();
    const step = reading.next();
    await eventually(() => begun === 1);
    const second = await stack.run();
    expect((await step).value).toEqual(firstPart);
    expect((await reading.next()).done).toBe(true);
    expect([await stream.end, begun]).toEqual([{ words: 4 }, 2]);
    await Promise.all([first, second].map(({ app }) => app.close()));
  });

  it('the instance, after a part: nobody knows what became of it', async () => {
    const instance = await stack.run();
    const { script } = endlessly();
    const stream = client.stream(tellSteadily, asking(script), await stack.user());
    const reading = stream[Symbol.asyncIterator]();
    expect((await reading.next()).value).toEqual(firstPart);
    await instance.app.get(Connection).close();
    await expect(reading.next()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { outcome: 'unknown' },
    });
    await instance.app.close();
  });

  it('the service, which leaves: what is at work may end, and is cut off after a moment', async () => {
    const instance = await stack.run();
    const { script, cancelled, reasons } = endlessly();
    const stream = client.stream(tellStory, asking(script), await stack.user());
    const cutOff = stream[Symbol.asyncIterator]();
    await cutOff.next();
    let leave!: () => void;
    const leaving = new Promise<void>((resolve) => (leave = resolve));
    const ending = client.stream(
      tellStory,
      asking(async function* () {
        yield firstPart;
        await leaving;
        return { words: 4 };
      }),
      await stack.user(),
    );
    for await (const _part of ending) {
      const drained = instance.drain();
      leave();
      await drained;
    }
    expect(await ending.end).toEqual({ words: 4 });
    await expect(cutOff.next()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { reason: 'this instance is leaving' },
    });
    expect(cancelled()).toBe(1);
    expect(reasons).toEqual([expect.objectContaining({ code: 'UNAVAILABLE' })]);
    await instance.app.close();
  });
});
