import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  captureHold,
  checkEnergy,
  correctEnergy,
  endUnlimited,
  freezeAccount,
  grantEnergy,
  listStaffActions,
  previewEnergy,
  startUnlimited,
  unfreezeAccount,
} from '#libs/contracts';
import { eventually } from '#libs/testing';
import { errorOf, HubStack, type Account } from './hub-stack.js';

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const hour = 3_600_000;

describe('staff', () => {
  let hub: HubStack;

  beforeAll(async () => {
    hub = await HubStack.start();
  });
  afterAll(() => hub?.stop());

  const unlimited = ({ userId }: Account, period: { startsAt?: string; endsAt: string }) =>
    hub.ops.request(startUnlimited, { ...hub.asStaff(userId), ...period }, hub.staff.caller);
  const correct = ({ userId }: Account, amount: number) =>
    hub.ops.request(correctEnergy, { ...hub.asStaff(userId), amount }, hub.staff.caller);
  const freeze = ({ userId }: Account) =>
    hub.ops.request(freezeAccount, hub.asStaff(userId), hub.staff.caller);
  const unfreeze = ({ userId }: Account) =>
    hub.ops.request(unfreezeAccount, hub.asStaff(userId), hub.staff.caller);

  it('R29: are staff by their token, and act on an account that they name', async () => {
    const user = await hub.account();
    const request = { ...hub.asStaff(user.userId), amount: 10 };
    const byUser = hub.ops.request(grantEnergy, request, user.caller);
    expect(await errorOf(byUser)).toMatchObject({ code: 'FORBIDDEN' });
    await hub.grant(user, 10);
    const [, granted] = await hub.told<{ reasonCode: string }>(user, 'EnergyGranted');
    expect(granted).toMatchObject({ actor: hub.staff.userId, data: { reasonCode: 'incident' } });
  });

  it('give points that are spent first when they expire first, and are gone at their date', async () => {
    const user = await hub.account();
    const given = await hub.grant(user, 10, inMs(5_000));
    expect(given).toMatchObject({ balance: 110, available: 110 });
    await hub.consume(user, 'conseil_rapide');
    await eventually(
      () => hub.balance(user),
      ({ balance }) => balance === 100,
    );
    const [expired] = await hub.told(user, 'EnergyExpired');
    expect(expired).toMatchObject({
      actor: null,
      causationId: given.grantId,
      data: { amount: 5, balance: 100 },
    });
    const past = hub.grant(user, 10, inMs(-hour));
    expect(await errorOf(past)).toMatchObject({
      code: 'DATE_PASSED',
      details: { field: 'expiresAt' },
    });
  });

  it('correct up and down, never below what is available', async () => {
    const user = await hub.account();
    expect(await correct(user, 7)).toMatchObject({ amount: 7, balance: 107 });
    await hub.hold(user);
    expect(await errorOf(correct(user, -93))).toMatchObject({
      code: 'INSUFFICIENT_ENERGY',
      details: { required: 93, available: 92 },
    });
    expect(await correct(user, -92)).toMatchObject({ amount: -92, balance: 15, available: 0 });
  });

  it('freeze an account, which then spends nothing, while its open hold is settled', async () => {
    const user = await hub.account();
    const { holdId } = await hub.hold(user);
    expect(await freeze(user)).toMatchObject({ frozen: true });
    expect(await errorOf(freeze(user))).toMatchObject({ code: 'ACCOUNT_FROZEN' });
    expect(await errorOf(hub.consume(user, 'conseil_rapide'))).toMatchObject({
      code: 'ACCOUNT_FROZEN',
    });
    expect(await errorOf(hub.hold(user))).toMatchObject({ code: 'ACCOUNT_FROZEN' });
    const asked = { action: 'conseil_rapide' as const };
    const check = await hub.website.request(checkEnergy, asked, user.caller);
    expect(check).toMatchObject({ allowed: false, frozen: true, available: 85, deficit: 0 });
    const settling = { userId: user.userId, holdId, idempotencyKey: holdId };
    const captured = await hub.letters.request(captureHold, settling, hub.nobody);
    expect(captured).toMatchObject({ balance: 85 });
    expect(await unfreeze(user)).toMatchObject({ frozen: false });
    expect(await errorOf(unfreeze(user))).toMatchObject({ code: 'ACCOUNT_NOT_FROZEN' });
    expect(await hub.consume(user, 'conseil_rapide')).toMatchObject({ balance: 80 });
  });

  it('make every action free between two dates; it is an event all the same, with its list price', async () => {
    const user = await hub.account();
    await unlimited(user, { startsAt: inMs(3_000), endsAt: inMs(12_000) });
    expect(await hub.balance(user)).toMatchObject({ unlimited: false });
    expect(await hub.consume(user, 'conseil_rapide')).toMatchObject({ cost: 5, listCost: 5 });
    await eventually(
      () => hub.balance(user),
      (balance) => balance.unlimited,
    );
    const free = await hub.consume(user, 'plan_reconversion');
    expect(free).toMatchObject({ cost: 0, listCost: 50, balance: 95 });
    const asked = { action: 'conseil_rapide' as const };
    expect(await hub.website.request(previewEnergy, asked, user.caller)).toMatchObject({
      cost: 0,
      listCost: 5,
      unlimited: true,
      after: 95,
      sentence: { fr: expect.stringContaining('abonnement illimité') },
    });
    const hold = await hub.hold(user);
    expect(hold).toMatchObject({ amount: 0, listCost: 15, held: 0 });
    await eventually(
      () => hub.told(user, 'SubscriptionEnded'),
      (events) => events.length > 0,
    );
    expect(await hub.balance(user)).toMatchObject({ unlimited: false, unlimitedPeriod: null });
    const settling = { userId: user.userId, holdId: hold.holdId, idempotencyKey: hold.holdId };
    const captured = await hub.letters.request(captureHold, settling, hub.nobody);
    expect(captured).toMatchObject({ cost: 0, listCost: 15, balance: 95 });
    expect(await hub.consume(user, 'conseil_rapide')).toMatchObject({ cost: 5, balance: 90 });
  });

  it('lengthen an unlimited period, and end it at once', async () => {
    const user = await hub.account();
    const [first, later] = [inMs(hour), inMs(2 * hour)];
    expect(await unlimited(user, { endsAt: first })).toMatchObject({
      renewed: false,
      endsAt: first,
    });
    expect(await unlimited(user, { endsAt: later })).toMatchObject({
      renewed: true,
      endsAt: later,
    });
    expect(await errorOf(unlimited(user, { endsAt: first }))).toMatchObject({
      code: 'ALREADY_UNLIMITED',
    });
    const apart = { startsAt: inMs(3 * hour), endsAt: inMs(4 * hour) };
    expect(await errorOf(unlimited(user, apart))).toMatchObject({ code: 'ALREADY_UNLIMITED' });
    const end = () => hub.ops.request(endUnlimited, hub.asStaff(user.userId), hub.staff.caller);
    await end();
    expect(await errorOf(end())).toMatchObject({ code: 'NOT_UNLIMITED' });
    expect(await hub.balance(user)).toMatchObject({ unlimited: false });
    const types = (await hub.told(user)).map(({ type }) => type).slice(2);
    expect(types).toEqual(['SubscriptionStarted', 'SubscriptionRenewed', 'SubscriptionEnded']);
  });

  it('R3: leave their words in the audit list, and in no event', async () => {
    const user = await hub.account();
    const { entryId, version } = await hub.grant(user, 10);
    await freeze(user);
    const page = (before?: number) =>
      hub.ops.request(
        listStaffActions,
        { user: user.userId, limit: 1, ...(before && { before }) },
        hub.staff.caller,
      );
    const newest = await page();
    const oldest = await page(newest.next!);
    expect(newest.actions).toMatchObject([{ command: 'freeze-account', entryId: null }]);
    expect(oldest).toMatchObject({
      actions: [
        {
          staffId: hub.staff.userId,
          userId: user.userId,
          command: 'grant-energy',
          reasonCode: 'incident',
          reason: 'Une panne a fait perdre ces points.',
          entryId,
          version,
        },
      ],
      next: null,
    });
    expect(JSON.stringify(await hub.told(user))).not.toContain('panne');
    const byUser = hub.ops.request(listStaffActions, {}, user.caller);
    expect(await errorOf(byUser)).toMatchObject({ code: 'FORBIDDEN' });
  });
});
