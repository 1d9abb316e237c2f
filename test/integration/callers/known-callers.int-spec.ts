import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { buckets } from '#libs/contracts';
import { IdentityBuckets, TokenVerifier, type Connection } from '#libs/messaging';
import { eventually, keeper, TestIdentities, TestStack } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';

describe('who is known to a service', () => {
  let stack: TestStack;
  let connection: Connection;
  let storage: NatsConnection;
  let manager: JetStreamManager;
  let known: IdentityBuckets;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    stack = await TestStack.start();
    connection = await stack.connectAs('website');
    storage = await connectRaw(stack.broker, keeper);
    manager = await jetstreamManager(storage);
    known = IdentityBuckets.watch(await stack.connectAs('letters'), stack.log);
    verifier = new TokenVerifier(known);
  });
  afterAll(async () => {
    await known?.stop();
    await storage?.close();
    await stack?.stop();
  });
  beforeEach(() => eventually(() => outcome(newToken()), is('let in')));

  const newToken = (sessionId: string = randomUUID()) =>
    stack.identities.token(randomUUID(), { sessionId });
  const is = (wanted: string) => (found: string) => found === wanted;
  const bucket = (name: string): Promise<KV> => new Kvm(storage).open(name);

  /** What becomes of a token now: let in, or the code and reason of its refusal. */
  async function outcome(token: string | Promise<string>): Promise<string> {
    try {
      await verifier.verify(await token);
      return 'let in';
    } catch (error) {
      const { code, details } = error as { code: string; details: { reason: string } };
      return `${code}: ${details.reason}`;
    }
  }

  const unknown = (found: string) => found.startsWith('UNAVAILABLE: ');

  it('R30: a revoked session is refused although its token is remembered; others are not concerned', async () => {
    const sessionId = randomUUID();
    const [token, sibling, other] = await Promise.all([
      newToken(sessionId),
      newToken(sessionId),
      newToken(),
    ]);
    expect(await outcome(token)).toBe('let in');
    const revoked = await bucket(buckets.revokedSessions);
    await revoked.put(sessionId, new Date(Date.now() + 60_000).toISOString());
    await eventually(() => outcome(token), is('UNAUTHENTICATED: revoked'));
    expect(await outcome(sibling)).toBe('UNAUTHENTICATED: revoked');
    expect(await outcome(other)).toBe('let in');
  });

  it('R30: a removed key is refused although its token is remembered; a second key works beside the first', async () => {
    const second = await TestIdentities.make();
    const { keyId, publicKey } = second.signer;
    const token = await second.token(randomUUID());
    expect(await outcome(token)).toBe('UNAUTHENTICATED: unknown-key');
    const keys = await bucket(buckets.tokenKeys);
    await keys.put(keyId, JSON.stringify(publicKey));
    await eventually(() => outcome(token), is('let in'));
    expect(await outcome(newToken())).toBe('let in');
    await keys.delete(keyId);
    await eventually(() => outcome(token), is('UNAUTHENTICATED: unknown-key'));
    expect(await outcome(newToken())).toBe('let in');
    await second.remove();
  });

  it.each(Object.values(buckets))(
    'nobody is let in, and nobody refused for good, while %s is missing or not complete',
    async (name) => {
      const token = await newToken();
      expect(await outcome(token)).toBe('let in');
      await manager.streams.delete(`KV_${name}`);
      await eventually(() => outcome(token), unknown);

      const half = await new Kvm(storage).create(name, { history: 1 });
      await half.put('first', JSON.stringify(stack.identities.signer.publicKey));
      const watched = known.all.find((one) => one.bucket === name)!;
      await eventually(() => watched.get('first') !== undefined);
      expect(await outcome(token)).toMatch(/^UNAVAILABLE/);
      expect(await outcome('junk')).toMatch(/^UNAVAILABLE/);

      await stack.identities.publish(connection);
      await eventually(() => outcome(token), is('let in'));
    },
  );

  it('a revocation is not missed when the watch falls silent', async () => {
    const sessionId = randomUUID();
    const token = await newToken(sessionId);
    const name = `KV_${buckets.revokedSessions}`;
    for await (const { name: consumer } of manager.consumers.list(name))
      await manager.consumers.delete(name, consumer);
    await (await bucket(buckets.revokedSessions)).put(sessionId, 'now');
    await eventually(() => outcome(token), is('UNAUTHENTICATED: revoked'));
  });

  it('nothing is known without the broker, and everything again when it is back', async () => {
    const token = await newToken();
    expect(await outcome(token)).toBe('let in');
    await stack.broker.kill();
    await eventually(() => outcome(token), unknown);
    await stack.broker.restart();
    await eventually(() => outcome(token), is('let in'));
  });

  it('a broker that lost its data knows nobody until the buckets are filled again', async () => {
    const token = await newToken();
    await stack.broker.kill();
    await eventually(() => outcome(token), unknown);
    await rm(stack.broker.dataDir, { recursive: true });
    await stack.broker.restart();
    await eventually(() => connection.connected);
    expect(await outcome(token)).toMatch(/^UNAVAILABLE/);
    await stack.identities.publish(connection);
    await eventually(() => outcome(token), is('let in'));
  });
});
