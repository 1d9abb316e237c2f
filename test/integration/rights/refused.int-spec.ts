import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { serviceNames } from '#libs/contracts';
import { eventually, keeper, TestStack } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';
import { forbiddenToHear, forbiddenToPublish } from './attempts.js';

describe('R28: what the server refuses to the credential of', () => {
  let stack: TestStack;
  let storage: NatsConnection;
  let observer: NatsConnection;
  let manager: JetStreamManager;
  let arrived: string[];

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    storage = await connectRaw(stack.broker, keeper);
    manager = await jetstreamManager(storage);
    observer = await connectRaw(stack.broker);
    arrived = [];
    const callback = (_error: Error | null, { subject }: { subject: string }) =>
      void arrived.push(subject);
    for (const nats of [observer, storage]) nats.subscribe('phoenix.>', { callback });
    await Promise.all([observer.flush(), storage.flush()]);
  });
  afterAll(async () => {
    await storage?.close();
    await observer?.close();
    await stack?.stop();
  });

  /** Every stream with what it holds, and with its consumers. */
  async function streams(): Promise<unknown[]> {
    const found = await manager.streams.list().next();
    return found.map(({ config, state }) => [config, state.messages, state.last_seq]);
  }

  /** What the server said that it refused, in its own words, after `attempt`. */
  async function refusals(
    service: string,
    wanted: number,
    attempt: (nats: NatsConnection) => void,
  ): Promise<string[]> {
    const nats = await connectRaw(stack.broker, service);
    const refused = new Set<string>();
    void (async () => {
      for await (const status of nats.status())
        if (status.type === 'error' && status.error instanceof PermissionViolationError)
          refused.add([status.error.subject, status.error.queue].filter(Boolean).join(' '));
    })();
    attempt(nats);
    await nats.flush();
    await eventually(
      () => refused.size,
      (size) => size >= wanted,
    ).catch(() => undefined);
    await nats.close();
    return [...refused].toSorted();
  }

  it.each(serviceNames)(
    '%s: to publish what is not its own, and nothing of it happens',
    async (service) => {
      const before = await streams();
      arrived.length = 0;
      const subjects = [...new Set(forbiddenToPublish(service))].toSorted();
      const refused = await refusals(service, subjects.length, (nats) => {
        for (const subject of subjects)
          nats.publish(subject, '{}', { reply: `_INBOX.${service}.x` });
      });
      expect(refused).toEqual(subjects);
      expect(arrived).toEqual([]);
      expect(await streams()).toEqual(before);
    },
  );

  it.each(serviceNames)('%s: to listen to what is not meant for it', async (service) => {
    const wanted = forbiddenToHear(service);
    const names = wanted.map(({ subject, queue }) => [subject, queue].filter(Boolean).join(' '));
    const refused = await refusals(service, names.length, (nats) => {
      const callback = () => undefined;
      for (const { subject, queue } of wanted)
        nats.subscribe(subject, { callback, ...(queue && { queue }) });
    });
    expect(refused).toEqual([...new Set(names)].toSorted());
  });
});
