import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { captureHold, getReceipt, listStaffActions, refundEnergy } from '#libs/contracts';
import { errorOf, HubStack, type Account } from './hub-stack.js';

describe('a refund', () => {
  let hub: HubStack;

  beforeAll(async () => {
    hub = await HubStack.start();
  });
  afterAll(() => hub?.stop());

  const refund = ({ caller }: Account, entryId: string, key = randomUUID()) =>
    hub.website.request(refundEnergy, { entryId, idempotencyKey: key }, caller);

  it('gives back what one action took, to the grant that it came from', async () => {
    const user = await hub.account();
    const { entryId } = await hub.consume(user, 'lettre_motivation');
    const refunded = await refund(user, entryId);
    expect(refunded).toMatchObject({ refundOf: entryId, amount: 15, balance: 100, available: 100 });
    const grants = await hub.stack.database.query(
      'SELECT source, remaining FROM hub.grants WHERE user_id = $1',
      [user.userId],
    );
    expect(grants).toEqual([{ source: 'welcome', remaining: 100 }]);
  });

  it('gives back what was captured under a hold, too', async () => {
    const user = await hub.account();
    const { holdId } = await hub.hold(user);
    const { entryId } = await hub.letters.request(
      captureHold,
      { userId: user.userId, holdId, amount: 9, idempotencyKey: randomUUID() },
      hub.nobody,
    );
    expect(await refund(user, entryId)).toMatchObject({ amount: 9, balance: 100 });
  });

  it('happens once, by however many it is asked at the same time', async () => {
    const user = await hub.account();
    const { entryId } = await hub.consume(user, 'lettre_motivation');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => refund(user, entryId)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await errorOf(refund(user, entryId))).toMatchObject({ code: 'ALREADY_REFUNDED' });
    expect(await hub.balance(user)).toMatchObject({ balance: 100 });
  });

  it('is not for every action, and only for one’s own', async () => {
    const user = await hub.account();
    const other = await hub.account();
    const { entryId } = await hub.consume(user, 'conseil_rapide');
    expect(await errorOf(refund(user, entryId))).toMatchObject({
      code: 'REFUND_NOT_ELIGIBLE',
      details: { reason: 'action-not-refundable' },
    });
    expect(await errorOf(refund(other, entryId))).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    expect(await errorOf(refund(user, randomUUID()))).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    const foreign = { ...hub.asStaff(user.userId), entryId };
    const asked = hub.website.request(refundEnergy, foreign, other.caller);
    expect(await errorOf(asked)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('R12: is given by oneself three times in 30 days, then by staff', async () => {
    const user = await hub.account();
    const actions = [
      'lettre_motivation',
      'optimisation_cv',
      'analyse_offre',
      'format_lettre',
    ] as const;
    const entries: string[] = [];
    for (const action of actions) entries.push((await hub.consume(user, action)).entryId);
    for (const entryId of entries.slice(0, 3)) await refund(user, entryId);
    expect(await errorOf(refund(user, entries[3]!))).toMatchObject({
      code: 'REFUND_REVIEW',
      details: { refunds: 3, days: 30 },
    });
    const onBehalf = {
      ...hub.asStaff(user.userId, 'Trois pannes ce mois-ci.'),
      entryId: entries[3]!,
    };
    const unexplained = { ...onBehalf, reason: undefined };
    const asked = hub.website.request(refundEnergy, unexplained, hub.staff.caller);
    expect(await errorOf(asked)).toMatchObject({
      code: 'INVALID_MESSAGE',
      details: { issues: [{ field: 'reason' }] },
    });
    const byStaff = await hub.website.request(refundEnergy, onBehalf, hub.staff.caller);
    expect(byStaff).toMatchObject({ amount: 8, balance: 100 });
    const told = await hub.told<{ bySelf: boolean }>(user, 'EnergyRefunded');
    expect(told.map(({ actor, data }) => [actor, data.bySelf])).toEqual([
      ...Array.from({ length: 3 }, () => [user.userId, true]),
      [hub.staff.userId, false],
    ]);
    const { actions: audit } = await hub.ops.request(
      listStaffActions,
      { user: user.userId },
      hub.staff.caller,
    );
    expect(audit).toMatchObject([
      {
        command: 'refund-energy',
        reasonCode: 'incident',
        reason: 'Trois pannes ce mois-ci.',
        entryId: byStaff.entryId,
      },
    ]);
  });

  it('has a receipt, as every entry has, for its own user', async () => {
    const user = await hub.account();
    const { entryId } = await hub.consume(user, 'lettre_motivation');
    const { entryId: refundId } = await refund(user, entryId);
    const receipt = (id: string, { caller }: Account = user) =>
      hub.website.request(getReceipt, { entryId: id }, caller);
    expect(await receipt(entryId)).toMatchObject({
      kind: 'consume',
      action: 'lettre_motivation',
      amount: -15,
      listCost: 15,
      balance: 85,
      grants: [{ source: 'welcome', amount: 15, expiresAt: null }],
      sentence: {
        fr: 'Lettre de motivation : 15 points utilisés sur vos points de bienvenue (15). Solde après l’opération : 85 points.',
        en: 'Cover letter: 15 points used from your welcome points (15). Balance afterwards: 85 points.',
      },
    });
    expect((await receipt(refundId)).sentence.fr).toBe(
      'Remboursement, Lettre de motivation : 15 points rendus à vos points de bienvenue (15). Solde après l’opération : 100 points.',
    );
    const stranger = await hub.account();
    expect(await errorOf(receipt(entryId, stranger))).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
  });
});
