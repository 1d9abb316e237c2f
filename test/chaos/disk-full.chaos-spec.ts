import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consumeEnergy, openAccount } from '#libs/contracts';
import { Connection, MessageClient, newCaller, TokenSigner } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { eventually, StackProcess } from '#libs/testing';
import { checkBooks } from '../books/check-books.mjs';
import { consumeSteadily } from './load.js';
import { settled } from './settled.js';
import { dataFolder, noSmallDisk, SmallDisk } from './small-disk.js';

const log = createLog({ service: 'chaos', instance: 'chaos', level: 'silent', format: 'json' });
const seconds = 20;
const impossible = await noSmallDisk();
if (impossible) process.stderr.write(`A full disk is not tested: ${impossible}.\n`);

interface Place {
  readonly mebibytes: number;
  /** So few for NATS that events come one by one, as well as in batches once they wait. */
  readonly perSecond: number;
  readonly told: RegExp;
}

const places: Record<'Postgres' | 'NATS', Place> = {
  Postgres: {
    mebibytes: 192,
    perSecond: 100,
    told: /The disk of Postgres is full|Postgres does not answer/,
  },
  NATS: {
    mebibytes: 96,
    perSecond: 5,
    told: /NATS did not take them .* Is its disk full\?/,
  },
};

(impossible ? describe.skip : describe)('a full disk', () => {
  describe.each(['Postgres', 'NATS'] as const)('under %s', (part) => {
    const { mebibytes, perSecond, told } = places[part];
    let stack: StackProcess;
    let disk: SmallDisk;
    let connection: Connection;
    let client: MessageClient;
    let signer: TokenSigner;

    beforeAll(async () => {
      const env = { PHOENIX_STREAM_MAX_BYTES: String(32 * 1024 ** 2) };
      stack = await StackProcess.start([], env, async (home) => {
        disk = await SmallDisk.mount(await dataFolder[part](home), mebibytes);
      });
      const { natsUrl, natsSeedFiles, signingKeyFile } = await stack.addresses();
      const seedFile = natsSeedFiles.website!;
      const options = { servers: [natsUrl], caller: 'website', name: 'chaos', seedFile, log };
      connection = await Connection.open(options);
      client = new MessageClient(connection, 'website');
      signer = await TokenSigner.fromFile(signingKeyFile);
    }, 180_000);
    afterAll(async () => {
      await connection?.close();
      await stack?.down();
      await disk?.unmount();
      await stack?.stop();
      if (disk) await rm(disk.folder, { recursive: true, force: true });
    }, 60_000);

    /** What /ready of every service says. */
    async function readiness(): Promise<{ ready: boolean; text: string }[]> {
      const { services } = await stack.addresses();
      return Promise.all(
        Object.values(services).map(async ([one]) => {
          const answer = await fetch(`${one!.url}/ready`).catch(() => undefined);
          return { ready: answer?.ok ?? false, text: (await answer?.text()) ?? 'no answer' };
        }),
      );
    }

    it('acknowledges nothing falsely, is not ready and says why, and goes on by itself when there is room', async () => {
      const before = (await stack.addresses()).services;
      const begun = new AbortController();
      const onBegin = () => begun.abort();
      const load = consumeSteadily({
        client,
        signer,
        perSecond,
        seconds,
        timeoutMs: 4_000,
        onBegin,
      });
      await Promise.race([load, once(begun.signal, 'abort')]);
      const filling = disk.keepFull();
      const red = await eventually(
        readiness,
        (all) => all.some(({ ready, text }) => !ready && told.test(text)),
        20_000,
      );
      expect(red.map(({ text }) => text).join()).toMatch(told);
      const { acknowledged, failures } = await load;
      await filling.stop();
      await disk.makeRoom();

      await eventually(readiness, (all) => all.every(({ ready }) => ready), 60_000);
      const caller = newCaller(await signer.sign({ userId: randomUUID(), staff: false }, 600));
      await client.request(openAccount, {}, caller);
      const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
      const after = await client.request(consumeEnergy, body, caller);

      process.stderr.write(
        `${part}: ${acknowledged.length} of ${perSecond * seconds} acknowledged while its disk was full\n`,
      );
      expect(failures.filter((one) => !/^(UNAVAILABLE|TIMED_OUT|OVERLOADED): /.test(one))).toEqual(
        [],
      );
      expect(acknowledged.length + failures.length).toBe(perSecond * seconds);
      const { databaseUrl, natsUrl, natsSeedFiles, services } = await stack.addresses();
      expect(services).toEqual(before);
      await settled(databaseUrl, connection);
      const books = await checkBooks({
        adminUrl: databaseUrl,
        natsUrl,
        natsSeedFile: natsSeedFiles.ops!,
        acknowledged: [...acknowledged, after.entryId],
      });
      expect(books.differences).toEqual([]);
    }, 180_000);
  });
});
