import { expect } from '@jest/globals';
import { catalogue, welcomePoints, type ActionId } from '#libs/contracts';
import type { Account } from '../hub/hub-stack.js';
import type { EngineStack } from './engine-stack.js';

/** R32: a hold was placed and captured, once, at the catalogue's price. */
export async function expectPaidOnce(
  stack: EngineStack,
  user: Account,
  action: ActionId,
): Promise<void> {
  const { cost } = catalogue[action];
  const left = { balance: welcomePoints - cost, held: 0 };
  expect(await stack.moved(user)).toEqual(['EnergyHoldPlaced', 'EnergyHoldCaptured']);
  const [captured] = await stack.hub.told(user, 'EnergyHoldCaptured');
  expect(captured!.data).toMatchObject({ action, cost, ...left });
  expect(await stack.hub.balance(user)).toMatchObject(left);
}

/** R33: what was held came back, and there is neither a document nor an event of it. */
export async function expectGivenBack(stack: EngineStack, user: Account): Promise<void> {
  expect(await stack.moved(user)).toEqual(['EnergyHoldPlaced', 'EnergyHoldReleased']);
  await expectNothingLeft(stack, user);
}

/** R32: it was refused before anything was held. */
export async function expectNothingHeld(stack: EngineStack, user: Account): Promise<void> {
  expect(await stack.moved(user)).toEqual([]);
  await expectNothingLeft(stack, user);
}

async function expectNothingLeft(stack: EngineStack, user: Account): Promise<void> {
  expect(await stack.hub.balance(user)).toMatchObject({ balance: welcomePoints, held: 0 });
  expect(await stack.list(user)).toEqual([]);
  expect(await stack.told(user)).toEqual([]);
}
