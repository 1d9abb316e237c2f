import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { expectBooksToAgree } from './books-of.js';
import { HubProcess } from './hub-process.js';
import { HubStack } from './hub-stack.js';
import { askAll, expectOneAnswerEach, prepareLoad } from './keyed-load.js';

const boundaries = [
  'ledger.before-lock',
  'ledger.after-lock',
  'ledger.after-load',
  'ledger.before-commit',
  'ledger.after-commit',
  'ledger.after-reply',
];

describe('a fault at a boundary of the batch', () => {
  let hub: HubStack;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    hub = await HubStack.start({ books: true });
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => hub?.stop());

  const reached = (name: string) => eventually(() => (failpointHits().get(name) ?? 0) > 0);

  /** Asks while something goes wrong, and again once it is over. */
  async function expectOneAnswerThrough(
    begin: () => unknown,
    meanwhile: () => Promise<unknown>,
    accounts = 4,
  ) {
    const load = await prepareLoad(hub, accounts);
    await begin();
    const [first] = await Promise.all([askAll(load), meanwhile()]);
    disarmFailpoints();
    acknowledged.push(...(await expectOneAnswerEach(load, first)));
  }

  it.each(boundaries)('R9: an error at %s', async (name) => {
    await expectOneAnswerThrough(
      () => armFailpoint(name, 'throw@1'),
      () => reached(name),
    );
  });

  it.each(boundaries)('R9: a connection that is cut at %s', async (name) => {
    await expectOneAnswerThrough(
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

  it.each(boundaries)('R9: a hub that hangs at %s while the other one goes on', async (name) => {
    const bystander = await hub.account();
    await expectOneAnswerThrough(
      () => armFailpoint(name, 'hang@1'),
      async () => {
        await reached(name);
        expect(await hub.consume(bystander, 'conseil_rapide')).toMatchObject({ balance: 95 });
        disarmFailpoints();
      },
    );
  });

  it('R9: six hubs, each of which is killed at another of them', async () => {
    let killed: HubProcess[] = [];
    await expectOneAnswerThrough(
      async () => {
        const crashing = boundaries.map((name) => ({ PHOENIX_FAILPOINTS: `${name}=crash@1` }));
        killed = await Promise.all(crashing.map((env) => HubProcess.start(hub.stack, env)));
      },
      async () => {
        const ends = await Promise.all(killed.map((one) => one.gone()));
        expect(ends).toEqual(boundaries.map(() => 'SIGKILL'));
      },
      16,
    );
  });

  it('R27: leaves books on which the independent checker has nothing to say', async () => {
    expect(acknowledged.length).toBeGreaterThan(boundaries.length * 60);
    await expectBooksToAgree(hub.stack, acknowledged);
  });
});
