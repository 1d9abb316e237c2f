import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WebsiteStack } from './website-stack.js';
let web: WebsiteStack;
beforeAll(async () => {
  web = await WebsiteStack.start({ PHOENIX_LOG_LEVEL: 'info' });
});
afterAll(() => web?.stop());
it('shows', async () => {
  const { userId, token } = await web.stack.user();
  const staff = await web.stack.user({ staff: true });
  const out: unknown[] = [];
  const show = async (
    name: string,
    p: Promise<{ status: number; headers: Headers; json: unknown }>,
  ) => {
    const a = await p;
    out.push(
      name,
      a.status,
      JSON.stringify(a.json)?.slice(0, 1500),
      JSON.stringify(Object.fromEntries(a.headers)),
    );
  };
  await show('entrance', web.get('/'));
  await show('balance before', web.get('/api/luna/energy/balance', token));
  await show('sign-in', web.post('/api/auth/sign-in', token, {}));
  await show(
    'sign-in nobody',
    web.request('/auth/sign-in', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    }),
  );
  await show('check', web.post('/api/luna/energy/check', token, { action: 'conseil_rapide' }));
  await show(
    'preview',
    web.post('/luna/energy/preview', token, { action_name: 'conseil_rapide', user_id: userId }),
  );
  const key = randomUUID();
  await show(
    'consume',
    web.pay('/luna/energy/consume', token, { action: 'plan_reconversion', expected_cost: 50 }, key),
  );
  await show(
    'consume again',
    web.pay(
      '/api/luna/energy/consume',
      token,
      { action_name: 'plan_reconversion', expected_cost: 50, user_id: userId },
      key.toUpperCase(),
    ),
  );
  await show(
    'reused',
    web.pay('/api/luna/energy/consume', token, { action: 'conseil_rapide' }, key),
  );
  await web.pay('/api/luna/energy/consume', token, { action: 'simulation_entretien' });
  await show(
    'insufficient',
    web.pay('/api/luna/energy/consume', token, { action: 'plan_reconversion' }),
  );
  await show(
    'price',
    web.pay('/api/luna/energy/consume', token, { action: 'conseil_rapide', expected_cost: 4 }),
  );
  await show('no key', web.post('/api/luna/energy/consume', token, { action: 'conseil_rapide' }));
  await show(
    'bad key',
    web.pay('/api/luna/energy/consume', token, { action: 'conseil_rapide' }, 'x'),
  );
  await show('unknown action', web.pay('/api/luna/energy/consume', token, { action: 'danser' }));
  await show(
    'foreign',
    web.pay('/api/luna/energy/consume', token, { action: 'conseil_rapide', user_id: staff.userId }),
  );
  await show(
    'foreign staff',
    web.pay('/api/luna/energy/consume', staff.token, { action: 'conseil_rapide', user_id: userId }),
  );
  await show('balance', web.get('/luna/energy/balance', token));
  await show('catalogue', web.get('/api/luna/energy/catalogue'));
  await show('entries', web.get('/api/luna/energy/entries?limit=2&at_least_version=1', token));
  await show('entries bad', web.get('/api/luna/energy/entries?limit=abc', token));
  await show('events', web.get(`/api/luna/events/${userId}`, token));
  await show('events foreign', web.get(`/api/luna/events/${staff.userId}`, token));
  await show(
    'letter',
    web.pay('/api/letters/verify', token, {
      text: "Madame, Monsieur,\nL’été -- JavaScript \u{1F642} c'est beau!",
      expected_cost: 3,
    }),
  );
  await show('cv', web.pay('/cv/verify', token, { text: 'Jean Dupont\nDéveloppeur JavaScript' }));
  await show('services', web.get('/api/services'));
  await show('health', web.get('/health'));
  await show('ready', web.get('/ready'));
  await show('nowhere', web.get('/api/nowhere'));
  await show('wrong method', web.get('/api/luna/energy/consume'));
  await show('bad url', web.get('/api/%zz'));
  await show(
    'bad json',
    web.request('/api/luna/energy/check', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{',
    }),
  );
  await show(
    'text/plain',
    web.request('/api/luna/energy/check', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
      body: '{}',
    }),
  );
  await show(
    'form',
    web.request('/api/luna/energy/check', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'action=x',
    }),
  );
  await show('array', web.post('/api/luna/energy/check', token, []));
  await show('missing', web.post('/api/luna/energy/check', token, {}));
  await show('too big', web.post('/api/letters/verify', token, { text: 'a'.repeat(1100000) }));
  await show('no token', web.get('/api/luna/energy/balance'));
  await show('bad token', web.get('/api/luna/energy/balance', 'abc'));
  await show('head', web.request('/api/luna/energy/catalogue', { method: 'HEAD' }));
  console.log(out.join('\n'));
  expect(1).toBe(1);
});
