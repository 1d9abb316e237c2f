import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getBalance } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { eventually, TestIdentities } from '#libs/testing';
import { TokenKeys } from '../../../services/website/src/identity/token-keys.js';
import { websiteService } from '../../../services/website/src/website-service.js';
import { WebsiteStack } from './website-stack.js';

describe('another signing key', () => {
  let web: WebsiteStack;
  let client: MessageClient;
  let second: TestIdentities;

  beforeAll(async () => {
    web = await WebsiteStack.start();
    client = await web.stack.client('website');
    second = await TestIdentities.make();
  });
  afterAll(async () => {
    await second?.remove();
    await web?.stop();
  });

  /** What website and hub make of a token. */
  async function outcomes(token: string): Promise<string[]> {
    const atWebsite = await web.get('/api/auth/session', token);
    const atHub = client.request(getBalance, {}, newCaller(token)).then(
      () => 'let in',
      (error: { code: string; details: { reason?: string } }) => error.details.reason ?? error.code,
    );
    return [atWebsite.json.reason ?? String(atWebsite.status), await atHub];
  }

  const equals = (wanted: string[]) => (found: string[]) => String(found) === String(wanted);

  it('is published by the website that signs with it, beside the older one', async () => {
    const token = await second.token(randomUUID());
    expect(await outcomes(token)).toEqual(['unknown-key', 'unknown-key']);
    const key = { PHOENIX_SIGNING_KEY_FILE: second.signingKeyFile };
    await web.stack.run('website', websiteService, key);
    await eventually(
      () => outcomes(token),
      (found) => !found.includes('unknown-key'),
    );
    const { token: older } = await web.stack.user();
    expect((await outcomes(older))[0]).toBe('200');
  });

  it('is refused everywhere once it is removed, for ever', async () => {
    const token = await second.token(randomUUID());
    expect((await outcomes(token))[0]).toBe('200');
    await web.stack.database.query(
      'UPDATE website.token_keys SET removed_at = now() WHERE key_id = $1',
      [second.signer.keyId],
    );
    await eventually(() => outcomes(token), equals(['unknown-key', 'unknown-key']));
    const { token: older } = await web.stack.user();
    expect((await outcomes(older))[0]).toBe('200');
    // What a website does before it starts.
    await expect(web.website.app.get(TokenKeys).add(second.signer)).rejects.toThrow(
      /The signing key .* was removed.*PHOENIX_SIGNING_KEY_FILE/,
    );
    expect((await outcomes(token))[0]).toBe('unknown-key');
  });
});
