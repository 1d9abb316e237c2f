import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { headers, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import type { MessageClient } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { tellHastily } from './stories.js';
import { StoryStack } from './story-stack.js';

const run = randomUUID();

describe('a reader of a streamed reply whose service is broken', () => {
  let stack: StoryStack;
  let client: MessageClient;
  let nats: NatsConnection;
  let fake: Subscription | undefined;

  beforeAll(async () => {
    stack = await StoryStack.start(0);
    client = await stack.client();
    ({ nats } = await stack.observe());
  });
  afterEach(() => fake?.unsubscribe());
  afterAll(() => stack?.stop());

  /** Stands for the service: says to each message what a test wants; the answer is what it was asked. */
  async function answering(answer: (message: Msg, nth: number) => void): Promise<Msg[]> {
    const asked: Msg[] = [];
    const callback = (_error: Error | null, message: Msg) => {
      asked.push(message);
      answer(message, asked.length);
    };
    fake = nats.subscribe(`${tellHastily.subject}.>`, { callback });
    await nats.flush();
    return asked;
  }

  function reply(message: Msg, body: string, more: Record<string, string>): void {
    const all = headers();
    for (const [name, value] of Object.entries(more)) all.set(name, value);
    message.respond(body, { headers: all });
  }

  const read = async () => {
    const stream = client.stream(tellHastily, { script: 'none' }, await stack.user());
    const parts: unknown[] = [];
    for await (const part of stream) parts.push(part);
    return parts;
  };

  it.each([
    ['is not JSON', '{', { 'Phoenix-Part': '1' }],
    ['is no object', '[]', { 'Phoenix-Part': '1' }],
    ['breaks the contract', '{"text":7}', { 'Phoenix-Part': '1' }],
    ['is out of turn', '{"text":"x"}', { 'Phoenix-Part': '2' }],
    ['has no number', '{"text":"x"}', { 'Phoenix-Part': 'one' }],
    ['is an end that breaks the contract', '{}', { 'Phoenix-Part': '1', 'Phoenix-End': 'true' }],
    ['is an error that makes no sense', 'boom', { 'Nats-Service-Error': 'boom' }],
  ])('survives a part that %s, and cancels', async (_what, body, more) => {
    const asked = await answering((message) =>
      reply(message, body, { 'Phoenix-Run': run, ...more }),
    );
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_REPLY' });
    if (!('Nats-Service-Error' in more))
      await eventually(() => asked.at(-1)?.headers?.get('Phoenix-Cancel') === 'true');
  });

  it('survives an answer without the id of a work', async () => {
    await answering((message) => reply(message, '{}', {}));
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_REPLY' });
  });

  it('gives a service up that has fallen silent', async () => {
    await answering((message, nth) => {
      if (nth === 1) reply(message, '{}', { 'Phoenix-Run': run });
    });
    await expect(read()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { reason: 'the instance at work is gone', outcome: 'unknown' },
    });
  });

  it('knows at once that nobody tells such stories', async () => {
    await expect(read()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { reason: 'nobody answers on this subject' },
    });
  });
});
