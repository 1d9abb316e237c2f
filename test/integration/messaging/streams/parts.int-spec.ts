import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refuse, type PhoenixError } from '#libs/contracts';
import { MessageClient, RecentHops } from '#libs/messaging';
import { metricsRegistry } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { tellHastily, tellStory } from './stories.js';
import { asking, StoryStack, type Script } from './story-stack.js';

const text = (n: number) => ({ text: `part ${n}` });

describe('a streamed reply', () => {
  let stack: StoryStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await StoryStack.start();
    client = await stack.client();
  });
  afterAll(() => stack?.stop());

  const tell = async (script: Script, options = {}) =>
    client.stream(tellStory, asking(script), await stack.user(), options);

  /** What came before the error, and the error. */
  async function failure(script: Script, options = {}) {
    const stream = await tell(script, options);
    const parts: unknown[] = [];
    try {
      for await (const part of stream) parts.push(part);
    } catch (error) {
      await expect(stream.end).rejects.toBe(error);
      return { parts, error: error as PhoenixError };
    }
    throw new Error('it succeeded');
  }

  it('is its parts in order, and then its end', async () => {
    const stream = await tell(async function* () {
      for (let n = 1; n <= 50; n++) {
        if (n % 10 === 0) await pause(1);
        yield text(n);
      }
      return { words: 100 };
    });
    const parts = [];
    for await (const part of stream) parts.push(part);
    expect(parts).toEqual(Array.from({ length: 50 }, (_, n) => text(n + 1)));
    expect(await stream.end).toEqual({ words: 100 });
    expect(stream.position).toMatch(/^[0-9a-f-]{36}\.50$/);
  });

  it('may have no parts', async () => {
    // oxlint-disable-next-line require-yield -- that is the point
    const stream = await tell(async function* () {
      return { words: 0 };
    });
    for await (const part of stream) throw new Error(`there was ${JSON.stringify(part)}`);
    expect(await stream.end).toEqual({ words: 0 });
  });

  it('ends with a refusal of its contract', async () => {
    const details = { field: 'script' };
    const { parts, error } = await failure(async function* () {
      yield text(1);
      return refuse('TEXT_WITHOUT_WORDS', 'Nothing to tell.', details);
    });
    expect(parts).toEqual([text(1)]);
    expect(error).toMatchObject({ code: 'TEXT_WITHOUT_WORDS', details });
  });

  it.each<[string, Script]>([
    [
      'throws',
      async function* () {
        yield text(1);
        throw new Error('out of words');
      },
    ],
    [
      'gives a part that breaks the contract',
      async function* () {
        yield text(1);
        yield { text: 7 } as never;
        return { words: 1 };
      },
    ],
    [
      'ends with something else than the contract says',
      async function* () {
        yield text(1);
        return { words: 'many' } as never;
      },
    ],
  ])('ends with INTERNAL when its handler %s', async (_what, script) => {
    const { parts, error } = await failure(script);
    expect(parts).toEqual([text(1)]);
    expect(error).toMatchObject({ code: 'INTERNAL' });
  });

  it('ends with TIMED_OUT at its deadline, and its handler hears of it', async () => {
    let heard: unknown;
    const script: Script = async function* (call) {
      yield text(1);
      await pause(600_000, undefined, { signal: call.cancelled }).catch(() => {
        heard = call.cancelled.reason;
      });
      return { words: 1 };
    };
    const { error } = await failure(script, { timeoutMs: 3_000 });
    expect(error).toMatchObject({ code: 'TIMED_OUT', details: { outcome: 'unknown' } });
    await eventually(() => heard);
    expect(heard).toMatchObject({ code: 'TIMED_OUT' });
  });

  it('goes on while its reader takes long over a part, and says so to the service', async () => {
    const observer = await stack.observe();
    let asked = 0;
    const callback = () => void (asked += 1);
    observer.nats.subscribe(`${tellHastily.subject}.*.*`, { callback });
    await observer.nats.flush();
    const { script } = asking(async function* () {
      yield text(1);
      return { words: 1 };
    });
    const stream = client.stream(tellHastily, { script }, await stack.user());
    for await (const part of stream) {
      expect(part).toEqual(text(1));
      const before = asked;
      // One may be the question for the next part.
      await eventually(() => asked >= before + 3);
    }
    expect(await stream.end).toEqual({ words: 1 });
  });

  it('is remembered by who asked and who answered, and its parts are counted', async () => {
    const counted = async () => {
      const metric = metricsRegistry.getSingleMetric('phoenix_stream_parts_total')!;
      const { values } = await metric.get();
      return values.find(({ labels }) => labels.contract === tellStory.subject)?.value ?? 0;
    };
    const before = await counted();
    const recent = new RecentHops();
    const remembering = new MessageClient(await stack.connect('website'), 'website', recent);
    const user = await stack.user();
    const body = asking(async function* () {
      for (let n = 1; n <= 5; n++) yield text(n);
      return { words: 10 };
    });
    for await (const _part of remembering.stream(tellStory, body, user));
    await eventually(counted, (count) => count === before + 5);
    const { correlationId } = user;
    expect(recent.of({ correlationId, sequences: [] })).toEqual([
      expect.objectContaining({ kind: 'asked', what: tellStory.subject, outcome: 'ok' }),
    ]);
  });

  it('is asked for by nobody before it is read', async () => {
    const begun: string[] = [];
    const stream = await tell(async function* ({ correlationId }) {
      begun.push(correlationId);
      yield text(1);
      return { words: 1 };
    });
    expect(stream.position).toBeUndefined();
    expect(begun).toEqual([]);
  });
});
