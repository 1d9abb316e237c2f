import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection, MessageClient, TokenSigner } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { StackProcess, type StackAddresses } from '#libs/testing';
import { checkBooks } from '../books/check-books.mjs';
import { consumeSteadily } from './load.js';
import { settled } from './settled.js';

const log = createLog({ service: 'chaos', instance: 'chaos', level: 'silent', format: 'json' });
const perSecond = 100;
const seconds = Number(process.env.CHAOS_SECONDS ?? 8);

const pidOf = (service: string) => (stack: StackAddresses) => stack.services[service]![0]!.pid;

/** Starts a stack, hands it over with a client, and stops it; each scenario below runs on one. */
function withStack(env: NodeJS.ProcessEnv = {}) {
  const running = {} as {
    stack: StackProcess;
    connection: Connection;
    client: MessageClient;
    signer: TokenSigner;
  };
  beforeAll(async () => {
    running.stack = await StackProcess.start(['--instances', 'hub=2'], env);
    const { natsUrl, natsSeedFiles, signingKeyFile } = await running.stack.addresses();
    running.connection = await Connection.open({
      servers: [natsUrl],
      caller: 'website',
      name: 'chaos',
      seedFile: natsSeedFiles.website!,
      log,
    });
    running.client = new MessageClient(running.connection, 'website');
    running.signer = await TokenSigner.fromFile(signingKeyFile);
  }, 120_000);
  afterAll(async () => {
    await running.connection?.close();
    await running.stack?.stop();
  }, 60_000);
  return running;
}

/** Every acknowledged consume is exactly once in ledger, stream and event store; nobody was turned away. */
async function expectNothingLost(
  running: ReturnType<typeof withStack>,
  { acknowledged, failures }: { acknowledged: string[]; failures: string[] },
): Promise<void> {
  expect(failures).toEqual([]);
  expect(acknowledged).toHaveLength(perSecond * seconds);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  const { databaseUrl, natsUrl, natsSeedFiles } = await running.stack.addresses();
  await settled(databaseUrl, running.connection);
  const reader = { natsUrl, natsSeedFile: natsSeedFiles.ops! };
  const books = await checkBooks({ adminUrl: databaseUrl, ...reader, acknowledged });
  expect(books.differences).toEqual([]);
}

describe('killed under a load of 100 consumes a second', () => {
  const running = withStack();

  it.each<[string, (stack: StackAddresses) => number, NodeJS.Signals]>([
    ['nats-server with SIGKILL', (stack) => stack.natsPid, 'SIGKILL'],
    ['a hub with SIGKILL', pidOf('hub'), 'SIGKILL'],
    ['the projector with SIGKILL', pidOf('projector'), 'SIGKILL'],
    ['Postgres with SIGINT (a fast restart)', (stack) => stack.postgresPid, 'SIGINT'],
    ['Postgres with SIGQUIT (a crash)', (stack) => stack.postgresPid, 'SIGQUIT'],
  ])(
    '%s: nothing is lost and nothing doubled',
    async (_name, pid, signal) => {
      const load = consumeSteadily({ ...running, perSecond, seconds });
      for (const share of [0.3, 0.4]) {
        await pause(seconds * 1_000 * share);
        process.kill(pid(await running.stack.addresses()), signal);
      }
      await expectNothingLost(running, await load);
    },
    180_000,
  );
});

describe.each(['relay.after-claim', 'relay.after-publish'])(
  'a relay that is killed at %s',
  (failpoint) => {
    const running = withStack({ PHOENIX_FAILPOINTS: `${failpoint}=crash@40` });

    it('loses nothing and doubles nothing under a load of 100 consumes a second', async () => {
      const result = await consumeSteadily({ ...running, perSecond, seconds });
      const crashes = running.stack.lines.filter((line) => /hub.*was ended by SIGKILL/.test(line));
      expect(crashes.length).toBeGreaterThan(0);
      await expectNothingLost(running, result);
    }, 180_000);
  },
);
