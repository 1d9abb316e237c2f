import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, staysSilent, TestGemini } from '#libs/testing';
import { expectBooksToAgree } from '../integration/hub/books-of.js';
import { HubStack } from '../integration/hub/hub-stack.js';
import { waysOfFailing } from '../integration/letters/ways-of-failing.js';
import { ServiceProcess } from '../integration/service-process.js';
import { dice } from './dice.js';
import { ProviderCells } from './provider-cells.js';

const seed = Number(process.env.PROVIDER_SEED ?? Date.now() % 1_000_000);
const random = dice(seed);
/** So many calls of a provider at once, as libs/ai bounds them. */
const atOnce = 8;
const never = new Promise<void>(() => undefined);

const rows = (where: string) =>
  `SELECT FROM letters.paid_work WHERE user_id = ANY ($1) AND ${where}`;
const told = (type: string) =>
  `SELECT FROM hub.outbox WHERE subject_user_id = ANY ($1) AND type = '${type}'`;

/** Where letters stand still until they are killed, and by what it is seen that all of them got there. */
const early = [
  ['held-work.after-hold', told('EnergyHoldPlaced')],
  ['held-work.in-work', rows(`state = 'started' AND hold_id IS NOT NULL`)],
  ['held-work.before-release', `SELECT FROM letters.draft_offers WHERE user_id = ANY ($1)`],
  ['held-work.after-release', told('EnergyHoldReleased')],
] as const;
const late = [
  ['held-work.after-document', rows(`state = 'capture-due'`)],
  ['held-work.before-capture', rows(`state = 'capture-due'`)],
  ['held-work.after-capture', told('EnergyHoldCaptured')],
] as const;

describe(`letters whose provider fails in each way, killed with -9 (PROVIDER_SEED=${seed})`, () => {
  let hub: HubStack;
  let gemini: TestGemini;
  let letters: ServiceProcess;
  let hubProcess: ServiceProcess;

  beforeAll(async () => {
    gemini = await TestGemini.start();
    hub = await HubStack.start({ hubs: 0, books: true });
    hubProcess = await ServiceProcess.start(hub.stack, 'hub');
  }, 60_000);
  afterAll(async () => {
    await letters?.kill();
    await hubProcess?.kill();
    await hub?.stop();
    await gemini?.stop();
  });

  async function startLetters(failpoints = '') {
    const more = failpoints === '' ? {} : { PHOENIX_FAILPOINTS: failpoints };
    letters = await ServiceProcess.start(hub.stack, 'letters', { ...gemini.environment, ...more });
  }

  /** Until that many rows are there for these users. */
  async function allAt({ userIds }: ProviderCells, sql: string): Promise<void> {
    const arrived = async () => (await hub.stack.database.query(sql, [userIds])).length;
    await eventually(arrived, (count) => count === waysOfFailing.length, 60_000);
  }

  /** Asks for all of them, kills letters as soon as they are there, and asks again under the same keys: all is right. */
  async function expectRightWhenKilled(
    cells: ProviderCells,
    there: () => Promise<void>,
  ): Promise<void> {
    const waiting = new AbortController();
    const asked = cells.ask(waiting.signal);
    await Promise.race([there(), asked.then(() => never)]);
    await letters.kill();
    waiting.abort();
    await asked;
    await startLetters();
    expect(await cells.finish()).toEqual(cells.promised);
    await letters.kill();
  }

  it.each(early)(
    'R32: killed at %s: the hold is back or goes on, and the same key has its one result, paid once or a free draft',
    async (step, sql) => {
      await startLetters(`${step}=hang`);
      const cells = await ProviderCells.open(hub, gemini, { random });
      await expectRightWhenKilled(cells, () => allAt(cells, sql));
    },
    180_000,
  );

  it.each(late)(
    'R33: killed at %s, when the provider is well again: the same key has its one result, paid once',
    async (step, sql) => {
      await startLetters(`${step}=hang`);
      const cells = await ProviderCells.open(hub, gemini);
      await expectRightWhenKilled(cells, () => allAt(cells, sql));
    },
    180_000,
  );

  it('R32: killed while the provider has not answered yet: its calls end, and the same key has its one result', async () => {
    await startLetters();
    const before = gemini.calls.length;
    const cells = await ProviderCells.open(hub, gemini, { random, gate: never });
    await expectRightWhenKilled(cells, async () => {
      // So many are asked at once, and no more.
      await eventually(() => gemini.calls.length === before + atOnce, Boolean, 60_000);
      cells.startFailing();
    });
    expect(gemini.calls.slice(before, before + atOnce).every((call) => call.closedByCaller)).toBe(
      true,
    );
  }, 180_000);

  it('R33: the hub away when the provider fails: told all the same, and right for every key once it is back', async () => {
    await startLetters();
    let open = () => undefined as void;
    const gate = new Promise<void>((opened) => (open = opened));
    const before = gemini.calls.length;
    const cells = await ProviderCells.open(hub, gemini, { random, gate });
    const waiting = new AbortController();
    const asked = cells.ask(waiting.signal);
    await allAt(cells, rows(`state = 'started' AND hold_id IS NOT NULL`));
    await eventually(() => gemini.calls.length === before + atOnce, Boolean, 60_000);
    await hubProcess.kill();
    open();
    await asked;
    expect(cells.timesTold).toEqual(waysOfFailing.map(() => 1));
    hubProcess = await ServiceProcess.start(hub.stack, 'hub');
    expect(await cells.finish()).toEqual(cells.promised);
    await letters.kill();
  }, 180_000);

  it('R33: silent for longer than an engine may take: a typed error, the hold is back, and the same key is done', async () => {
    await startLetters();
    const ways = [['it is silent', staysSilent, 'timed-out']] as const;
    const cells = await ProviderCells.open(hub, gemini, { ways });
    expect(await cells.finish()).toEqual(cells.promised);
    await letters.kill();
  }, 180_000);

  it('leaves the books in agreement', () => expectBooksToAgree(hub.stack), 90_000);
});
