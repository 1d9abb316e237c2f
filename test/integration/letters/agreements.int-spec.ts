import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AiProvider } from '#libs/contracts';
import { TestGemini, TestStack } from '#libs/testing';
import type { RunningService } from '#libs/messaging';
import { Agreements } from '../../../services/letters/src/agreements/agreements.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { websiteService } from '../../../services/website/src/website-service.js';

describe('agreements to outside providers', () => {
  let gemini: TestGemini;
  let stack: TestStack;
  let letters: RunningService;
  let url: string;

  beforeAll(async () => {
    gemini = await TestGemini.start();
    stack = await TestStack.start();
    await stack.run('projector', projectorService);
    letters = await stack.run('letters', lettersService, gemini.environment);
    const website = await stack.run('website', websiteService);
    url = `${await website.app.getUrl()}/api/letters/agreements`;
  });
  afterAll(async () => {
    await stack?.stop();
    await gemini?.stop();
  });

  async function ask(token: string, method: string, provider = '') {
    const response = await fetch(url + (provider && `/${provider}`), {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  const google = (agreedAt: unknown) => ({
    providers: [{ provider: 'google', name: 'Google (Gemini)', in_use: true, agreed_at: agreedAt }],
  });
  const demand = (userId: string) => letters.app.get(Agreements).demand(userId);
  const eventsOf = (userId: string) =>
    stack.database.query(
      `SELECT type AS event_type, data::jsonb AS event_data FROM letters.outbox WHERE subject_user_id = $1 ORDER BY subject_version`,
      [userId],
    );

  it('are given once, taken back at will, and each change is an event of codes only', async () => {
    const { userId, token } = await stack.user();
    expect((await ask(token, 'GET')).json).toEqual(google(null));
    await expect(demand(userId)).rejects.toMatchObject({
      code: 'CONSENT_REQUIRED',
      details: { provider: 'google' satisfies AiProvider },
    });
    const agreed = await ask(token, 'PUT', 'google');
    expect(agreed).toEqual({ status: 200, json: google(expect.stringMatching(/^2/)) });
    await demand(userId);
    expect(await ask(token, 'PUT', 'google')).toEqual(agreed);
    expect(await ask(token, 'DELETE', 'google')).toEqual({ status: 200, json: google(null) });
    expect(await ask(token, 'DELETE', 'google')).toEqual({ status: 200, json: google(null) });
    await expect(demand(userId)).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
    expect(await eventsOf(userId)).toEqual([
      { event_type: 'ProviderAgreed', event_data: { provider: 'google' } },
      { event_type: 'ProviderAgreementWithdrawn', event_data: { provider: 'google' } },
    ]);
  });

  it('are one event when they are given many times at once', async () => {
    const { userId, token } = await stack.user();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(token, 'PUT', 'google')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await eventsOf(userId)).toHaveLength(1);
  });

  it('are one’s own', async () => {
    const [one, other] = await Promise.all([stack.user(), stack.user()]);
    await ask(one.token, 'PUT', 'google');
    expect((await ask(other.token, 'GET')).json).toEqual(google(null));
    await expect(demand(other.userId)).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
  });

  it('are with providers that exist', async () => {
    const { token } = await stack.user();
    const refused = await ask(token, 'PUT', 'nobody');
    expect(refused).toMatchObject({ status: 400, json: { code: 'INVALID_MESSAGE' } });
  });

  it('are asked for without a call of the provider, and so are health, readiness and metrics', async () => {
    const address = await letters.app.getUrl();
    for (const path of ['live', 'ready', 'health', 'metrics']) {
      expect((await fetch(`${address}/${path}`)).status).toBe(200);
    }
    expect(gemini.connections).toBe(0);
  });

  it('are not needed where the local engine works', async () => {
    const inTheHouse = await stack.run('letters', lettersService);
    const { userId } = await stack.user();
    const asked = inTheHouse.app.get(Agreements).demand(userId);
    await expect(asked).resolves.toBeUndefined();
  });
});
