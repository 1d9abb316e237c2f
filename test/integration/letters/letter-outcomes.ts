import { expect } from '@jest/globals';
import { catalogue } from '#libs/contracts';
import { eventually } from '#libs/testing';
import type { Account } from '../hub/hub-stack.js';
import type { EngineStack } from './engine-stack.js';
import { askedLetter, wholeLetter, type letterBody } from './told-letter.js';

export const { cost } = catalogue.lettre_motivation;
export const placedAndReleased = ['EnergyHoldPlaced', 'EnergyHoldReleased'];
export const placedAndCaptured = ['EnergyHoldPlaced', 'EnergyHoldCaptured'];

/** Nothing is stored, told or taken; the hold went back because nobody wanted the letter. */
export async function expectCancelled(stack: EngineStack, user: Account): Promise<void> {
  const { hub } = stack;
  await eventually(
    () => stack.moved(user),
    ({ length }) => length === 2,
  );
  expect(await stack.moved(user)).toEqual(placedAndReleased);
  const [given] = await hub.told<{ reason: string }>(user, 'EnergyHoldReleased');
  expect(given!.data.reason).toBe('cancelled');
  expect(await hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
  expect(await stack.list(user)).toEqual([]);
  expect(await stack.told(user)).toEqual([]);
}

/** One letter, paid once, whoever asks again with its key. */
export async function expectPaidOnce(
  stack: EngineStack,
  user: Account,
  body: ReturnType<typeof letterBody>,
): Promise<void> {
  const again = askedLetter(await stack.hub.stack.client('website'), user, body);
  const { end } = await wholeLetter(again);
  expect(again.replayed).toBe(true);
  const letters = await stack.list(user);
  expect(letters.map(({ letterId }) => letterId)).toEqual([end.letterId]);
  expect(await stack.hub.balance(user)).toMatchObject({ balance: 100 - cost, held: 0 });
}
