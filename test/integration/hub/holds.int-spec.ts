import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { captureHold, placeHold, releaseHold } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { BareClient } from '../conformance/bare-client.js';
import { errorOf, HubStack, type Account } from './hub-stack.js';

describe('a hold', () => {
  let hub: HubStack;
  let bare: BareClient;

  beforeAll(async () => {
    hub = await HubStack.start();
    bare = await BareClient.open(hub.stack.broker);
  });
  afterAll(async () => {
    await bare?.close();
    await hub?.stop();
  });

  const capture = ({ userId }: Account, holdId: string, amount?: number, key = randomUUID()) => {
    const request = { userId, holdId, amount, idempotencyKey: key };
    return hub.letters.request(captureHold, request, hub.nobody);
  };
  const release = ({ userId }: Account, holdId: string, key = randomUUID()) => {
    const request = { userId, holdId, reason: 'failed', idempotencyKey: key } as const;
    return hub.letters.request(releaseHold, request, hub.nobody);
  };

  it('reserves the price, which nothing else can spend, and is captured without the user', async () => {
    const user = await hub.account();
    const hold = await hub.hold(user);
    expect(hold).toMatchObject({ amount: 15, listCost: 15, balance: 100, held: 15, available: 85 });
    expect(await hub.balance(user)).toMatchObject({ balance: 100, held: 15, available: 85 });
    expect(await capture(user, hold.holdId)).toMatchObject({
      cost: 15,
      balance: 85,
      available: 85,
    });
    expect(await hub.balance(user)).toMatchObject({ balance: 85, held: 0, available: 85 });
    const [placed, captured] = (await hub.told(user)).slice(-2);
    expect(placed).toMatchObject({ type: 'EnergyHoldPlaced', actor: user.userId });
    expect(captured).toMatchObject({ type: 'EnergyHoldCaptured', actor: null });
  });

  it('is captured in part, and the rest returns', async () => {
    const user = await hub.account();
    const { holdId } = await hub.hold(user);
    const captured = await capture(user, holdId, 4);
    expect(captured).toMatchObject({
      cost: 4,
      listCost: 15,
      returned: 11,
      balance: 96,
      available: 96,
    });
    const second = await hub.hold(user);
    expect(await errorOf(capture(user, second.holdId, 16))).toMatchObject({
      code: 'CAPTURE_EXCEEDS_HOLD',
      details: { held: 15, asked: 16 },
    });
  });

  it('is settled once: the same key gets the same answer, another one a refusal that says how', async () => {
    const user = await hub.account();
    const [one, two] = [await hub.hold(user), await hub.hold(user)];
    const key = randomUUID();
    const first = await capture(user, one.holdId, undefined, key);
    expect(await capture(user, one.holdId, undefined, key)).toEqual(first);
    await release(user, two.holdId);
    for (const settle of [capture, release]) {
      expect(await errorOf(settle(user, one.holdId))).toMatchObject({
        code: 'HOLD_ALREADY_SETTLED',
        details: { state: 'captured' },
      });
      expect(await errorOf(settle(user, two.holdId))).toMatchObject({
        code: 'HOLD_ALREADY_SETTLED',
        details: { state: 'released' },
      });
    }
    expect(await hub.balance(user)).toMatchObject({ balance: 85, held: 0 });
  });

  it('settled by twenty at once over two hubs is settled by one of them', async () => {
    const user = await hub.account();
    const { holdId } = await hub.hold(user);
    const settling = Array.from({ length: 20 }, (_, n) =>
      (n % 2 ? capture : release)(user, holdId),
    );
    const outcomes = await Promise.allSettled(settling);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { balance, held } = await hub.balance(user);
    expect({ held, whole: [85, 100].includes(balance) }).toEqual({ held: 0, whole: true });
  });

  it('R29: needs the user’s token and the service, which must offer the action', async () => {
    const user = await hub.account();
    const request = {
      action: 'lettre_motivation',
      lifetimeMs: 5_000,
      idempotencyKey: randomUUID(),
    } as const;
    const by = (caller: string, token?: string) =>
      bare.ask(placeHold, request, token ? { Authorization: `Bearer ${token}` } : {}, caller);
    const { token } = user.caller;
    expect(await by('letters')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await by('website', token)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await by('cv', token)).toMatchObject({
      code: 'FORBIDDEN',
      body: { details: { allowed: ['user-through:letters'] } },
    });
    expect(await hub.balance(user)).toMatchObject({ held: 0 });
  });

  it('R28: is settled by the service that placed it; to others it does not exist', async () => {
    const user = await hub.account();
    const stranger = await hub.account();
    const { holdId } = await hub.hold(user);
    const body = { userId: user.userId, holdId, idempotencyKey: randomUUID() };
    const others = hub.cv.request(captureHold, body, hub.nobody);
    expect(await errorOf(others)).toMatchObject({ code: 'HOLD_NOT_FOUND' });
    expect(await errorOf(capture(stranger, holdId))).toMatchObject({ code: 'HOLD_NOT_FOUND' });
    const authorization = { Authorization: `Bearer ${user.caller.token}` };
    expect(await bare.ask(captureHold, body, authorization, 'website')).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await release(user, holdId)).toMatchObject({ returned: 15, available: 100 });
  });

  it('R11: expires by itself within seconds, as an event with its cause, and cannot be settled afterwards', async () => {
    const user = await hub.account();
    const { holdId } = await hub.hold(user, { lifetimeMs: 1_000 });
    const [placed] = await hub.told(user, 'EnergyHoldPlaced');
    const [expired] = await eventually(
      () => hub.told(user, 'EnergyHoldExpired'),
      (events) => events.length > 0,
    );
    expect(expired).toMatchObject({
      actor: null,
      correlationId: placed!.correlationId,
      causationId: placed!.causationId,
      data: { holdId, balance: 100, held: 0 },
    });
    expect(await errorOf(capture(user, holdId))).toMatchObject({ code: 'HOLD_EXPIRED' });
    expect(await errorOf(release(user, holdId))).toMatchObject({ code: 'HOLD_EXPIRED' });
    expect(await hub.balance(user)).toMatchObject({ balance: 100, held: 0, available: 100 });
  });

  it('R12: keeps its points when their grant expires, and gives them back as a new grant', async () => {
    const user = await hub.account();
    const soon = new Date(Date.now() + 4_000).toISOString();
    await hub.grant(user, 20, soon);
    const { holdId } = await hub.hold(user);
    await eventually(
      () => hub.told(user, 'EnergyExpired'),
      (events) => events.length > 0,
    );
    expect(await hub.balance(user)).toMatchObject({ balance: 115, held: 15, available: 100 });
    await release(user, holdId);
    expect(await hub.balance(user)).toMatchObject({ balance: 115, held: 0, available: 115 });
    const [grant] = await hub.stack.database.query<{ remaining: number; days: number }>(
      `SELECT remaining, round(extract(epoch FROM expires_at - granted_at) / 86400)::int AS days
       FROM hub.grants WHERE user_id = $1 AND source = 'refund'`,
      [user.userId],
    );
    expect(grant).toEqual({ remaining: 15, days: 7 });
  });
});
