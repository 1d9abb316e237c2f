import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { expectBooksToAgree } from './books-of.js';
import { ServiceProcess } from '../service-process.js';
import { HubStack } from './hub-stack.js';
import { boundaries, expectOneAnswerThrough } from './through-a-fault.js';

describe('a fault at a boundary of the batch, on one of two hubs', () => {
  let hub: HubStack;
  let crashing: ServiceProcess | undefined;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    hub = await HubStack.start({ books: true });
  });
  afterEach(() => disarmFailpoints());
  afterAll(async () => {
    await crashing?.kill();
    await hub?.stop();
  });

  const reached = (name: string) => eventually(() => (failpointHits().get(name) ?? 0) > 0);
  const expectNothingLost = async (begin: () => unknown, meanwhile: () => Promise<unknown>) =>
    acknowledged.push(...(await expectOneAnswerThrough(hub, begin, meanwhile)));

  it.each(boundaries)('R9: an error at %s', async (name) => {
    await expectNothingLost(
      () => armFailpoint(name, 'throw@1'),
      () => reached(name),
    );
  });

  it.each(boundaries)('R9: a connection that is cut at %s', async (name) => {
    await expectNothingLost(
      () => armFailpoint(name, 'pause:100@1'),
      async () => {
        await reached(name);
        const cut = await hub.stack.database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name LIKE 'phoenix-hub-ledger%'`,
        );
        expect(cut.length).toBeGreaterThan(0);
      },
    );
  });

  it.each(boundaries)('R9: a hub that hangs at %s, while the other one goes on', async (name) => {
    const bystander = await hub.account();
    await expectNothingLost(
      () => armFailpoint(name, 'hang@1'),
      async () => {
        await reached(name);
        // NATS may hand every attempt of one request to the hub that hangs.
        const key = randomUUID();
        await eventually(
          () => hub.consume(bystander, 'conseil_rapide', key).catch(() => undefined),
          (reply) => reply?.balance === 95,
          20_000,
        );
        disarmFailpoints();
      },
    );
  });

  // At all of them: test/chaos.
  it.each(['ledger.before-commit', 'ledger.after-commit'])(
    'R9: a process that ends by SIGKILL at %s',
    async (name) => {
      await expectNothingLost(
        async () => {
          crashing = await ServiceProcess.start(hub.stack, 'hub', {
            PHOENIX_FAILPOINTS: `${name}=crash@1`,
          });
        },
        async () => expect(await crashing!.gone()).toBe('SIGKILL'),
      );
    },
  );

  it('R27: leaves books on which the independent checker has nothing to say', async () => {
    expect(acknowledged.length).toBeGreaterThan(400);
    await expectBooksToAgree(hub.stack, acknowledged);
  });
});
