import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  captureHold,
  consumeEnergy,
  openAccount,
  placeHold,
  refundEnergy,
  type ActionId,
} from '#libs/contracts';
import { newCaller, type MessageClient, type RunningService } from '#libs/messaging';
import { eventually, type TestStack } from '#libs/testing';

/** What is expected of hubs here is expected by their own specs, and of wrong ones in test/integration/seeded-faults. */
interface Asking {
  readonly stack: TestStack;
  readonly website: MessageClient;
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
