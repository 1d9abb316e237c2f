import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebsiteStack } from './website-stack.js';

describe('an entry over HTTP', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

  it('is refunded once per key, and has a receipt in French and English', async () => {
    const { token } = await web.user();
    const { json: paid } = await web.pay('/api/luna/energy/consume', token, {
      action: 'lettre_motivation',
    });
    const receipt = (path: string) =>
      web.get(`${path}/energy/entries/${paid.entry_id}/receipt`, token);
    for (const path of ['/api/luna', '/luna']) {
      expect(await receipt(path)).toMatchObject({
        status: 200,
        json: {
          kind: 'consume',
          amount: -15,
          list_cost: 15,
          sentence: { fr: expect.stringContaining('15 points'), en: expect.any(String) },
        },
      });
    }
    const key = randomUUID();
    const refund = () =>
      web.pay('/api/luna/energy/refund', token, { entry_id: paid.entry_id }, key);
    const first = await refund();
    expect(first).toMatchObject({
      status: 200,
      json: { refund_of: paid.entry_id, amount: 15, balance: 100 },
    });
    const again = await refund();
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('phoenix-replayed')).toBe('true');
    const other = { entry_id: paid.entry_id };
    expect(await web.pay('/luna/energy/refund', token, other)).toMatchObject({
      status: 409,
      json: { code: 'ALREADY_REFUNDED', title: 'Déjà remboursé' },
    });
    const unknown = await web.get(`/api/luna/energy/entries/${randomUUID()}/receipt`, token);
    expect(unknown).toMatchObject({ status: 404, json: { code: 'ENTRY_NOT_FOUND' } });
    const broken = await web.get('/api/luna/energy/entries/7/receipt', token);
    expect(broken).toMatchObject({ status: 400, json: { issues: [{ field: 'entry_id' }] } });
  });
});
