import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { eventually } from '#libs/testing';
import { connectRaw } from '../../wire/raw-connection.js';
import { BareReader } from '../../conformance/bare-reader.js';
import { tellLively, tellStory } from './stories.js';
import { asking, endlessly, StoryStack } from './story-stack.js';

describe('R28: a stream that goes on', () => {
  let stack: StoryStack;
  let website: NatsConnection;
  let cv: NatsConnection;

  beforeAll(async () => {
    stack = await StoryStack.start();
    website = await connectRaw(stack.broker, 'website');
    cv = await connectRaw(stack.broker, 'cv');
  });
  afterAll(async () => {
    await website?.close();
    await cv?.close();
    await stack?.stop();
  });

  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  /** A work that the website began in a user's name, with one part told. */
  async function begun() {
    const { script, cancelled } = endlessly();
    const { token } = await stack.user();
    const reader = new BareReader(website, tellLively, 'website');
    const { run } = await reader.begin({ script: asking(script).script }, bearer(token));
    return { run, token, reader, cancelled };
  }

  it.each(['part', 'cancel'] as const)(
    'is its caller’s and its user’s alone: nobody else gets away with "%s"',
    async (verb) => {
      const { run, token, reader, cancelled } = await begun();
      const other = await stack.user();
      const asks = (one: BareReader, headers: Record<string, string>) =>
        verb === 'part' ? one.part(run, 1, headers) : one.cancel(run, headers);
      const stranger = new BareReader(cv, tellLively, 'cv');
      expect(await asks(reader, bearer(other.token))).toMatchObject({ code: 'FORBIDDEN' });
      expect(await asks(stranger, bearer(token))).toMatchObject({ code: 'FORBIDDEN' });
      expect(await asks(stranger, bearer(other.token))).toMatchObject({ code: 'FORBIDDEN' });
      expect(await asks(reader, {})).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await asks(reader, bearer('no token'))).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(cancelled()).toBe(0);
      expect(await reader.part(run, 1, bearer(token))).toMatchObject({
        part: '1',
        body: { text: 'once upon a time' },
      });
      await reader.cancel(run, bearer(token));
      await eventually(cancelled);
    },
  );

  it('is open to a service that began it without a user', async () => {
    const { script, cancelled } = endlessly();
    const hub = await connectRaw(stack.broker, 'hub');
    const reader = new BareReader(hub, tellLively, 'hub');
    const { run } = await reader.begin({ script: asking(script).script });
    expect(await reader.part(run, 1)).toMatchObject({ body: { text: 'once upon a time' } });
    const { token } = await stack.user();
    expect(await reader.cancel(run, bearer(token))).toMatchObject({ code: 'FORBIDDEN' });
    await reader.cancel(run);
    await eventually(cancelled);
    await hub.close();
  });

  it('is spoken to under one’s own name only, and heard by its service alone', async () => {
    const refused = new Set<string>();
    void (async () => {
      for await (const status of cv.status())
        if (status.type === 'error' && status.error instanceof PermissionViolationError)
          refused.add(status.error.subject);
    })();
    const run = randomUUID();
    const forbidden = [
      `${tellStory.subject}.website`,
      `${tellStory.subject}.${run}.website`,
      `${tellStory.subject}.${run}.hub`,
      `${tellStory.subject}.${run}.cv.website`,
    ];
    const heard = [`${tellStory.subject}.>`, `${tellStory.subject}.*.*`, `${tellStory.subject}.*`];
    for (const subject of forbidden) cv.publish(subject, '{}', { reply: '_INBOX.cv.x' });
    for (const subject of heard) cv.subscribe(subject, { callback: () => undefined });
    await cv.flush();
    await eventually(() => refused.size === forbidden.length + heard.length);
    expect([...refused].toSorted()).toEqual([...forbidden, ...heard].toSorted());
  });
});
