import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  analyseOffer,
  analyseTransition,
  planApplication,
  planRetraining,
  writeLetter,
  type PhoenixError,
} from '#libs/contracts';
import { answers, refuses } from '#libs/testing';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import { errorOf, type Account } from '../hub/hub-stack.js';
import { EngineStack, type Work } from './engine-stack.js';
import { expectGivenBack } from './expect-energy.js';
import { offerAnswer } from './provider-answers.js';

const fails = refuses(403, 'PERMISSION_DENIED');
const ordered = { experience: PROFILE, offer: OFFER, position: 'vendeuse' };
const letter = (more: object = {}) => ({ ...ordered, idempotencyKey: randomUUID(), ...more });
const free = (body: object) => ({ ...body, freeDraft: true });

interface Written {
  readonly letterId: string;
  readonly text: string;
}

describe('a provider that failed', () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.start('google');
  });
  afterAll(() => stack?.stop());

  const ask = (command: Work, user: Account, body: object) =>
    stack.ask(command, user, body as never) as Promise<Written>;

  async function failedRequest() {
    const user = await stack.agreed();
    const body = letter();
    stack.gemini.does(fails);
    const failed = await errorOf(stack.ask(writeLetter, user, body));
    return { user, body, failed };
  }

  it.each([
    ['a letter', writeLetter, ordered, 'LetterGenerated'],
    ['an analysis of an offer', analyseOffer, { offer: OFFER }, 'OfferAnalysed'],
    ['an analysis of a change of career', analyseTransition, ordered, 'TransitionAnalysed'],
    ['a plan of an application', planApplication, ordered, 'ApplicationPlanned'],
    ['a plan of a retraining', planRetraining, ordered, 'RetrainingPlanned'],
  ] as const)(
    'R33: %s is given back, and its draft by the house is free and the one result of its key',
    async (_what, command: Work, order, type) => {
      const user = await stack.agreed();
      const body = { ...order, idempotencyKey: randomUUID() };
      stack.gemini.does(fails);
      const failed = await errorOf(ask(command, user, body));
      const { freeDraftUntil } = (failed as PhoenixError<'AI_UNAVAILABLE'>).details;
      expect(Date.parse(freeDraftUntil!)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
      await expectGivenBack(stack, user);
      const calls = stack.gemini.calls.length;

      const draft = await ask(command, user, free(body));
      expect(draft).toMatchObject({ engine: 'local', version: 1, receipt: null });
      expect(stack.gemini.calls).toHaveLength(calls);
      const { letterId } = draft;
      expect(await stack.read(user, letterId)).toMatchObject({
        text: draft.text,
        engine: 'local',
        entryId: null,
      });
      const [placed] = await stack.hub.told<{ holdId: string }>(user, 'EnergyHoldPlaced');
      const { holdId } = placed!.data;
      const told = await stack.told(user);
      expect(told).toMatchObject([
        { type, data: { letterId, holdId, held: 0, engine: 'local', freeAfter: 'refused' } },
      ]);

      // Whichever way it is asked for again, and though the provider would answer now.
      expect(await ask(command, user, body)).toEqual(draft);
      expect(await ask(command, user, free(body))).toEqual(draft);
      expect(await stack.list(user)).toHaveLength(1);
      expect(await stack.told(user)).toHaveLength(1);
      expect(await stack.moved(user)).toEqual(['EnergyHoldPlaced', 'EnergyHoldReleased']);
      expect(await stack.hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
      expect(stack.gemini.calls).toHaveLength(calls);
    },
  );

  it('gives one draft to whoever asks for it ten times at once', async () => {
    const { user, body } = await failedRequest();
    const drafts = await Promise.all(
      Array.from({ length: 10 }, () => ask(writeLetter, user, free(body))),
    );
    expect(new Set(drafts.map(({ letterId }) => letterId)).size).toBe(1);
    expect(await stack.list(user)).toHaveLength(1);
    expect(await stack.told(user)).toHaveLength(1);
  });

  it('gives no draft under another key, for another text, or to another user', async () => {
    const { user, body } = await failedRequest();
    const other = await stack.agreed();
    const asked = [
      ask(writeLetter, user, free({ ...body, idempotencyKey: randomUUID() })),
      ask(writeLetter, user, free({ ...body, position: 'caissière' })),
      ask(analyseTransition, user, free(body)),
      ask(writeLetter, other, free(body)),
    ];
    for (const refused of await Promise.all(asked.map((one) => errorOf(one)))) {
      expect(refused).toMatchObject({
        code: 'NO_FREE_DRAFT',
        details: { field: 'freeDraft', reason: 'nothing-failed' },
      });
    }
    expect(await stack.list(user)).toEqual([]);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
  });

  it('gives no draft once the time of the offer is over', async () => {
    const { user, body } = await failedRequest();
    await stack.hub.stack.database.query(
      `UPDATE letters.draft_offers SET until = clock_timestamp() - interval '1 second' WHERE user_id = $1`,
      [user.userId],
    );
    expect(await errorOf(ask(writeLetter, user, free(body)))).toMatchObject({
      code: 'NO_FREE_DRAFT',
      details: { reason: 'over' },
    });
    expect(await stack.list(user)).toEqual([]);
  });

  it('may be asked again instead: its result is paid, and the draft is none of its key any more', async () => {
    const user = await stack.agreed();
    const body = { offer: OFFER, idempotencyKey: randomUUID() };
    stack.gemini.does(fails);
    await errorOf(ask(analyseOffer, user, body));
    stack.gemini.does(answers(offerAnswer));
    const paid = await ask(analyseOffer, user, body);
    expect(paid).toMatchObject({ engine: 'google', receipt: { balance: 90 } });
    expect(await ask(analyseOffer, user, free(body))).toEqual(paid);
    expect(await stack.list(user)).toHaveLength(1);
  });

  it('offers nothing where the house can write nothing', async () => {
    const user = await stack.agreed();
    const body = { experience: PROFILE, position: 'astronaute', idempotencyKey: randomUUID() };
    stack.gemini.does(fails);
    const failed = await errorOf(ask(analyseTransition, user, body));
    expect(failed).toMatchObject({ code: 'AI_UNAVAILABLE' });
    expect((failed as PhoenixError).details).not.toHaveProperty('freeDraftUntil');
    expect(await errorOf(ask(analyseTransition, user, free(body)))).toMatchObject({
      code: 'NO_FREE_DRAFT',
    });
  });
});
