import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { AckPolicy, jetstreamManager } from '@nats-io/jetstream';
import { consumeEnergy, openAccount } from '#libs/contracts';
import { eventually, TestStack } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';

interface Told {
  readonly type: string;
  readonly user: string;
  readonly version: number;
}

describe('an outside service', () => {
  let stack: TestStack;
  let folder: string;
  let reader: ChildProcess | undefined;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    await stack.run('hub', hubService);
    folder = await mkdtemp(join(tmpdir(), 'phoenix-reader-'));
  }, 60_000);
  afterAll(async () => {
    reader?.kill();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The example of the docs, as its reader would start it. */
  function startReader(): Told[] {
    const env = {
      ...process.env,
      NATS_URL: stack.broker.url,
      NATS_NKEY_SEED_FILE: stack.broker.seedFile('energy-reader'),
      PLACE_FILE: join(folder, 'place.json'),
    };
    const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
    reader = spawn(process.execPath, ['docs/energy-reader.mjs'], { env, stdio });
    const told: Told[] = [];
    createInterface({ input: reader.stdout! }).on('line', (line) =>
      told.push(JSON.parse(line) as Told),
    );
    return told;
  }

  async function stopReader(): Promise<void> {
    const ended = new Promise((resolve) => reader!.once('exit', resolve));
    reader!.kill('SIGKILL');
    await ended;
  }

  it('follows energy with forty lines of plain nats.js, and goes on where it was', async () => {
    const website = await stack.client('website');
    const { userId, caller } = await stack.user();
    const consume = () => {
      const body = { action: 'conseil_rapide' as const, idempotencyKey: randomUUID() };
      return website.request(consumeEnergy, body, caller);
    };
    const first = startReader();
    await website.request(openAccount, {}, caller);
    await consume();
    await eventually(
      () => first.length,
      (length) => length >= 3,
    );
    expect(first.map(({ type, user, version }) => [type, user, version])).toEqual([
      ['AccountOpened', userId, 1],
      ['EnergyGranted', userId, 2],
      ['EnergyConsumed', userId, 3],
    ]);
    await eventually(async () => {
      const place = await readFile(join(folder, 'place.json'), 'utf8').catch(() => '{}');
      return (JSON.parse(place) as { sequence?: number }).sequence === 3;
    });
    await stopReader();
    await consume();
    const second = startReader();
    await eventually(
      () => second.length,
      (length) => length >= 1,
    );
    expect(second).toEqual([expect.objectContaining({ type: 'EnergyConsumed', version: 4 })]);
    await stopReader();
  }, 60_000);

  it('R28: reads nobody else’s events', async () => {
    const seed = new TextEncoder().encode(
      (await readFile(stack.broker.seedFile('energy-reader'), 'utf8')).trim(),
    );
    const nats = await connect({
      servers: stack.broker.url,
      authenticator: nkeyAuthenticator(seed),
      inboxPrefix: '_INBOX.energy-reader',
      waitOnFirstConnect: true,
      timeout: 3_000,
    });
    const manager = await jetstreamManager(nats, { domain: 'EVENTS', checkAPI: false });
    for (const filter_subject of ['phoenix.event.letters.>', 'phoenix.event.>']) {
      const name = 'energy-reader-hub';
      await expect(
        manager.consumers.add('PHOENIX_EVENTS', {
          name,
          filter_subject,
          ack_policy: AckPolicy.None,
        }),
      ).rejects.toThrow(/permissions violation/i);
    }
    await nats.close();
  });

  it('is told of in docs with the credential that it really has', async () => {
    const page = await readFile('docs/outside-service.md', 'utf8');
    const code = await readFile('libs/contracts/src/outside-services.ts', 'utf8');
    const template = /name: '(?<name>[\w-]+)'[\s\S]*?reads: \[(?<reads>[^\]]*)\]/;
    expect(template.exec(page)!.groups).toEqual(template.exec(code)!.groups);
  });
});
