import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  captureHold,
  consumeEnergy,
  placeHold,
  refundEnergy,
  type PhoenixError,
} from '#libs/contracts';
import { errorOf, type Account, type HubStack } from './hub-stack.js';

interface Answered {
  readonly reply: object;
  readonly replayed: boolean;
}

/** One keyed request; asked again it is the same request, key and all. */
type Ask = () => Promise<Answered>;

/**
 * Consumes, holds, captures and refunds on a few accounts, and one request that must be refused. They can be paid in
 * any order, so that what is left at the end is known whatever happens on the way.
 */
export interface KeyedLoad {
  readonly hub: HubStack;
  readonly users: readonly Account[];
  readonly asks: readonly Ask[];
  readonly poor: Account;
  readonly refused: Ask;
}

/** What a fault may be answered with. A refusal is none of them: that would pretend to know (R9). */
const outcomeUnknown = ['UNAVAILABLE', 'TIMED_OUT', 'OVERLOADED', 'INTERNAL'];

export async function prepareLoad(hub: HubStack, accounts = 4): Promise<KeyedLoad> {
  const poor = await hub.account();
  await Promise.all([1, 2].map(() => hub.consume(poor, 'plan_reconversion')));
  const prepared = await Promise.all(Array.from({ length: accounts }, () => spender(hub)));
  const [users, asks] = [prepared.map(({ user }) => user), prepared.flatMap((one) => one.asks)];
  return { hub, users, asks, poor, refused: consume(hub, poor) };
}

/** Asks everything once, all at the same time; undefined is an answer that says that nobody knows. */
export async function askAll({ asks, refused }: KeyedLoad): Promise<(Answered | undefined)[]> {
  const codes: string[] = [];
  const answers = asks.map((ask) =>
    ask().catch(({ code }: PhoenixError) => {
      codes.push(code);
      return undefined;
    }),
  );
  const { code } = await errorOf(refused());
  expect(['INSUFFICIENT_ENERGY', ...outcomeUnknown]).toContain(code);
  const first = await Promise.all(answers);
  expect(outcomeUnknown).toEqual(expect.arrayContaining(codes));
  return first;
}

/**
 * Once the fault is over: every key gets its one answer, the refusal was not kept, and each account has exactly what
 * it should. Returns the entries that somebody was told of.
 */
export async function expectOneAnswerEach(
  { hub, users, asks, poor, refused }: KeyedLoad,
  first: readonly (Answered | undefined)[],
): Promise<string[]> {
  const again = await Promise.all(asks.map((ask) => ask()));
  for (const [n, answer] of again.entries())
    if (first[n]) expect(answer).toEqual({ reply: first[n].reply, replayed: true });
  const once = again.map(({ reply }) => ({ reply, replayed: true }));
  expect(await Promise.all(asks.map((ask) => ask()))).toEqual(once);

  expect(await errorOf(refused())).toMatchObject({ code: 'INSUFFICIENT_ENERGY' });
  await hub.grant(poor, 6);
  const accepted = await refused();
  expect(accepted).toMatchObject({ replayed: false, reply: { balance: 1 } });

  for (const user of users)
    expect(await hub.balance(user)).toMatchObject({ balance: 70, held: 30, available: 40 });
  return [...again, accepted].flatMap(({ reply }) =>
    'entryId' in reply ? [String(reply.entryId)] : [],
  );
}

/** A user with 85 points, 15 of them held, and requests after which 70 are left and 30 are held. */
async function spender(hub: HubStack): Promise<{ user: Account; asks: Ask[] }> {
  const user = await hub.account();
  const [{ entryId }, { holdId }] = await Promise.all([
    hub.consume(user, 'lettre_motivation'),
    hub.hold(user),
  ]);
  const { userId, caller } = user;
  const capture = { userId, holdId, idempotencyKey: randomUUID() };
  const refund = { entryId, idempotencyKey: randomUUID() };
  return {
    user,
    asks: [
      ...[1, 2, 3].map(() => consume(hub, user)),
      ...[1, 2].map(() => hold(hub, user)),
      () => hub.letters.exchange(captureHold, capture, hub.nobody),
      () => hub.website.exchange(refundEnergy, refund, caller),
    ],
  };
}

function consume({ website }: HubStack, { caller }: Account): Ask {
  const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
  return () => website.exchange(consumeEnergy, body, caller);
}

function hold({ letters }: HubStack, { caller }: Account): Ask {
  const usual = { action: 'lettre_motivation', lifetimeMs: 600_000 } as const;
  const body = { ...usual, idempotencyKey: randomUUID() };
  return () => letters.exchange(placeHold, body, caller);
}
