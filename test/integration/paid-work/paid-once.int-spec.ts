import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getBalance,
  openAccount,
  verifyCv,
  verifyLetter,
  type PhoenixError,
} from '#libs/contracts';
import type { MessageClient } from '#libs/messaging';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { TestStack } from '#libs/testing';
import { cvService } from '../../../services/cv/src/cv-service.js';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';

const text = 'Madame, Monsieur,\n\nVoici ma lettre.\n\nCamille Roux';

describe('paid work', () => {
  let stack: TestStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    await Promise.all([
      stack.run('hub', hubService),
      stack.run('letters', lettersService),
      stack.run('letters', lettersService),
      stack.run('cv', cvService),
    ]);
    client = await stack.client('website');
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  async function account() {
    const user = await stack.user();
    await client.request(openAccount, {}, user.caller);
    return user;
  }

  const told = (userId: string) =>
    stack.database.query<{ type: string }>(
      'SELECT type FROM letters.outbox WHERE subject_user_id = $1',
      [userId],
    );

  it('that died between payment and delivery is delivered to the same key, and paid once', async () => {
    const { caller, userId } = await account();
    armFailpoint('paid-work.after-payment', 'throw@1');
    const body = { text, idempotencyKey: randomUUID() };
    const died = await client
      .request(verifyLetter, body, caller)
      .catch((error: PhoenixError) => error.code);
    expect(died).toBe('INTERNAL');
    expect((await client.request(getBalance, {}, caller)).balance).toBe(97);
    expect(await told(userId)).toEqual([]);
    const { receipt } = await client.request(verifyLetter, body, caller);
    expect(receipt.balance).toBe(97);
    expect((await client.request(getBalance, {}, caller)).balance).toBe(97);
    expect(await told(userId)).toEqual([{ type: 'LetterVerified' }]);
  });

  it('asked for 20 times at once with one key over two instances is paid, delivered and told once', async () => {
    const { caller, userId } = await account();
    const body = { text, idempotencyKey: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.request(verifyLetter, body, caller, { timeoutMs: 20_000 }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.verificationId)).size).toBe(1);
    expect((await client.request(getBalance, {}, caller)).balance).toBe(97);
    expect(await told(userId)).toHaveLength(1);
  });

  it('of two services under one key is two payments: one is never taken for the other’s', async () => {
    const { caller } = await account();
    const body = { text, idempotencyKey: randomUUID() };
    await client.request(verifyLetter, body, caller);
    expect((await client.request(verifyCv, body, caller)).receipt.balance).toBe(94);
  });

  it('that would be refused takes nothing: no words, too many lines, a price that changed, no energy', async () => {
    const { caller } = await account();
    const ask = (body: { text: string; expectedCost?: number }) =>
      client.request(verifyLetter, { ...body, idempotencyKey: randomUUID() }, caller).then(
        () => 'done',
        (error: PhoenixError) => error.code,
      );
    expect(await ask({ text: ' \n…\n' })).toBe('TEXT_WITHOUT_WORDS');
    expect(await ask({ text: 'a\n'.repeat(2_001) })).toBe('INVALID_MESSAGE');
    expect(await ask({ text, expectedCost: 2 })).toBe('PRICE_CHANGED');
    expect((await client.request(getBalance, {}, caller)).balance).toBe(100);
    const stranger = await stack.user();
    const body = { text, idempotencyKey: randomUUID() };
    const refused = client.request(verifyLetter, body, stranger.caller);
    await expect(refused).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  it('whose key was refused may be asked for again with another body', async () => {
    const { caller } = await account();
    const idempotencyKey = randomUUID();
    const first = client.request(verifyLetter, { text, idempotencyKey, expectedCost: 2 }, caller);
    await expect(first).rejects.toMatchObject({ code: 'PRICE_CHANGED' });
    const again = await client.request(
      verifyLetter,
      { text, idempotencyKey, expectedCost: 3 },
      caller,
    );
    expect(again.receipt.cost).toBe(3);
    const other = client.request(verifyLetter, { text: `${text}!`, idempotencyKey }, caller);
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});
