import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  captureHold,
  consumeEnergy,
  openAccount,
  placeHold,
  refundEnergy,
  type ActionId,
  type PhoenixError,
} from '#libs/contracts';
import { newCaller, type MessageClient, type RunningService } from '#libs/messaging';
import { armFailpoint } from '#libs/telemetry';
import { eventually, type TestStack } from '#libs/testing';

/** What is expected of hubs here is expected by their own specs, and of wrong ones in test/integration/seeded-faults. */
interface Asking {
  readonly stack: TestStack;
  readonly website: MessageClient;
}

/** R7: sees the key that another instance stored while this one waited for the lock. */
export async function expectOneAnswerForOneKey({ stack, website }: Asking): Promise<void> {
  const { caller, userId } = await account({ stack, website });
  armFailpoint('ledger.after-lock', 'pause:20');
  const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
  const ask = () => website.exchange(consumeEnergy, body, caller, { timeoutMs: 25_000 });
  const answers = await Promise.all(Array.from({ length: 50 }, ask));
  expect(answers.filter(({ replayed }) => replayed)).toHaveLength(49);
  expect(new Set(answers.map(({ reply }) => JSON.stringify(reply))).size).toBe(1);
  const entries = await stack.database.query(
    'SELECT kind, amount FROM hub.entries WHERE user_id = $1 ORDER BY version',
    [userId],
  );
  expect(entries).toEqual([
    { kind: 'grant', amount: 100 },
    { kind: 'consume', amount: -5 },
  ]);
}

/** R7: sees the points that another instance spent while this one waited for the lock. */
export async function expectPointsSpentOnce({ stack, website }: Asking): Promise<void> {
  const { caller, userId } = await account({ stack, website });
  armFailpoint('ledger.after-lock', 'pause:5');
  const consume = () =>
    website
      .request(consumeEnergy, { action: 'plan_reconversion', idempotencyKey: randomUUID() }, caller)
      .then(
        () => 'taken',
        (error: PhoenixError) => error.code,
      );
  const outcomes = await Promise.all(Array.from({ length: 10 }, consume));
  expect(outcomes.sort()).toEqual([...Array(8).fill('INSUFFICIENT_ENERGY'), 'taken', 'taken']);
  const entries = await stack.database.query<{ version: string }>(
    'SELECT version FROM hub.entries WHERE user_id = $1 ORDER BY version',
    [userId],
  );
  expect(entries.map(({ version }) => Number(version))).toEqual([2, 3, 4]);
}

/** R13: a refused key works once what it was refused for is gone. */
export async function expectRefusalForgotten({ stack, website }: Asking): Promise<void> {
  const { caller } = await account({ stack, website });
  const consume = (action: ActionId, idempotencyKey = randomUUID()) =>
    website.exchange(consumeEnergy, { action, idempotencyKey }, caller);
  const [{ reply }] = [await consume('plan_reconversion'), await consume('plan_reconversion')];
  const key = randomUUID();
  await expect(consume('conseil_rapide', key)).rejects.toMatchObject({
    code: 'INSUFFICIENT_ENERGY',
  });
  const refund = { entryId: reply.entryId, idempotencyKey: randomUUID() };
  await website.request(refundEnergy, refund, caller);
  const accepted = await consume('conseil_rapide', key).catch((error: unknown) => error);
  expect(accepted).toMatchObject({ replayed: false, reply: { balance: 45 } });
}

/** R12: a hold of 15 points is captured for 15, also by a hub whose price is another one by then. */
export async function expectPriceStaysPinned(
  { stack, website, letters }: Asking & { readonly letters: MessageClient },
  older: RunningService,
): Promise<string> {
  const { caller, userId } = await account({ stack, website });
  const price = { action: 'lettre_motivation', expectedCost: 15 } as const;
  const request = { ...price, lifetimeMs: 60_000, idempotencyKey: randomUUID() };
  const { holdId } = await eventually(
    () => letters.request(placeHold, request, caller).catch(() => ({ holdId: null })),
    (hold) => hold.holdId !== null,
  );
  await older.app.close();
  const settling = { userId, holdId: holdId!, idempotencyKey: randomUUID() };
  const captured = letters.request(captureHold, settling, newCaller());
  const outcome = await captured.catch((error: unknown) => error);
  expect(outcome).toMatchObject({ cost: 15, listCost: 15, balance: 85 });
  return userId;
}

async function account({ stack, website }: Asking) {
  const user = await stack.user();
  await website.request(openAccount, {}, user.caller);
  return user;
}
