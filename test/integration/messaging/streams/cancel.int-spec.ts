import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metricsRegistry } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { MessageClient } from '#libs/messaging';
import { tellHastily, tellStory } from './stories.js';
import { asking, endlessly, StoryStack, type Script } from './story-stack.js';

describe('the work behind a streamed reply', () => {
  let stack: StoryStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await StoryStack.start();
    client = await stack.client();
  });
  afterAll(() => stack?.stop());

  const tell = async (script: Script, signal?: AbortSignal) =>
    client.stream(tellStory, asking(script), await stack.user(), { ...(signal && { signal }) });

  /** How many works were cancelled for this reason. */
  async function counted(contract: { subject: string }, reason: string): Promise<number> {
    const { values } = await metricsRegistry
      .getSingleMetric('phoenix_streams_cancelled_total')!
      .get();
    const found = values.find(
      ({ labels }) => labels.contract === contract.subject && labels.reason === reason,
    );
    return found?.value ?? 0;
  }

  it('is cancelled when its reader leaves the loop', async () => {
    const { script, cancelled, reasons } = endlessly();
    const before = await counted(tellStory, 'asked');
    const stream = await tell(script);
    for await (const _part of stream) break;
    await eventually(cancelled);
    expect(reasons).toEqual([expect.objectContaining({ code: 'PARTS_GONE' })]);
    expect(await counted(tellStory, 'asked')).toBe(before + 1);
  });

  it('is cancelled when the signal of its reader aborts, which then hears why', async () => {
    const { script, cancelled } = endlessly();
    const goneAway = new AbortController();
    const stream = await tell(script, goneAway.signal);
    const reading = (async () => {
      for await (const _part of stream) goneAway.abort(new Error('the tab was closed'));
    })();
    await expect(reading).rejects.toThrow('the tab was closed');
    await expect(stream.end).rejects.toThrow('the tab was closed');
    await eventually(cancelled);
  });

  it('is cancelled when the signal aborts before its first answer came', async () => {
    const { script, cancelled } = endlessly();
    const goneAway = new AbortController();
    const stream = await tell(script, goneAway.signal);
    const first = stream[Symbol.asyncIterator]().next();
    goneAway.abort(new Error('too late'));
    await expect(first).rejects.toThrow('too late');
    await eventually(cancelled);
  });

  it('is cancelled by its key, by its own user only, and where it goes on no more that is well', async () => {
    const { script, cancelled } = endlessly();
    const [user, other] = [await stack.user(), await stack.user()];
    const body = asking(script);
    const reading = client.stream(tellStory, body, user)[Symbol.asyncIterator]();
    await reading.next();
    const elsewhere = await stack.client();
    const foreign = elsewhere.cancel(tellStory, body.idempotencyKey, other);
    await expect(foreign).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(cancelled()).toBe(0);
    await elsewhere.cancel(tellStory, body.idempotencyKey.toUpperCase(), user);
    await eventually(cancelled);
    await expect(reading.next()).rejects.toMatchObject({ code: 'PARTS_GONE' });
    await elsewhere.cancel(tellStory, body.idempotencyKey, user);
  });

  it('is cancelled while its reader is busy with a part', async () => {
    const { script, cancelled } = endlessly();
    const goneAway = new AbortController();
    const stream = await tell(script, goneAway.signal);
    await expect(async () => {
      for await (const _part of stream) {
        goneAway.abort(new Error('closed'));
        await eventually(cancelled);
      }
    }).rejects.toThrow('closed');
  });

  it('runs the `finally` of a handler that does not look at its signal', async () => {
    let left = false;
    const stream = await tell(async function* () {
      try {
        for (;;) {
          yield { text: 'and then' };
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        left = true;
      }
    });
    for await (const _part of stream) break;
    await eventually(() => left);
  });

  it('is cancelled when its caller is not there any more', async () => {
    const { script, cancelled } = endlessly();
    const before = await counted(tellHastily, 'gone');
    const connection = await stack.connect('cv');
    const other = new MessageClient(connection, 'cv');
    const stream = other.stream(tellHastily, asking(script), await stack.user());
    const reading = stream[Symbol.asyncIterator]();
    expect((await reading.next()).value).toEqual({ text: 'once upon a time' });
    expect(cancelled()).toBe(0);
    // As a process that dies: nothing more is said.
    await connection.close();
    await eventually(cancelled);
    await reading.return();
    expect(await counted(tellHastily, 'gone')).toBe(before + 1);
  });

  it('counts those that are open', async () => {
    const open = async () => {
      const { values } = await metricsRegistry.getSingleMetric('phoenix_streams_open')!.get();
      return values.find(({ labels }) => labels.contract === tellStory.subject)?.value;
    };
    await eventually(open, (count) => count === 0);
    const { script } = endlessly();
    for await (const _part of await tell(script)) {
      expect(await open()).toBe(1);
      break;
    }
    await eventually(open, (count) => count === 0);
  });
});
