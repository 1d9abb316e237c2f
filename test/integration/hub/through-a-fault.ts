import { disarmFailpoints } from '#libs/telemetry';
import type { HubStack } from './hub-stack.js';
import { askAll, expectOneAnswerEach, prepareLoad } from './keyed-load.js';

/** Every place at which a batch can be interrupted, but for COMMIT itself. */
export const boundaries = [
  'ledger.before-lock',
  'ledger.after-lock',
  'ledger.after-load',
  'ledger.before-commit',
  'ledger.after-commit',
  'ledger.after-reply',
];

/** Asks while something goes wrong, and again once it is over. Returns the entries that somebody was told of. */
export async function expectOneAnswerThrough(
  hub: HubStack,
  begin: () => unknown,
  meanwhile: () => Promise<unknown>,
): Promise<string[]> {
  const load = await prepareLoad(hub);
  await begin();
  const [first] = await Promise.all([askAll(load), meanwhile()]);
  disarmFailpoints();
  return expectOneAnswerEach(load, first);
}
