import type { StaffCommand } from '#libs/contracts';
import type { StaffAction } from '../energy/decision.js';
import type { AccountEvent } from '../energy/event-of-account.js';

/** Stands where staff's own words were: no event holds them (R3), so they were lost with the table. */
export const lostWords =
  'The words were lost: Postgres was put back to an older backup, and this line was made again from the event.';

const commands: Partial<Record<AccountEvent['type'], StaffCommand>> = {
  EnergyGranted: 'grant-energy',
  EnergyCorrected: 'correct-energy',
  EnergyRefunded: 'refund-energy',
  SubscriptionStarted: 'start-unlimited',
  SubscriptionRenewed: 'start-unlimited',
  SubscriptionEnded: 'end-unlimited',
  AccountFrozen: 'freeze-account',
  AccountUnfrozen: 'unfreeze-account',
};

/** The line of staff's audit list that an event stands for; undefined where staff had no part in it. */
export function staffActionOf({ type, data }: AccountEvent): StaffAction | undefined {
  const reasonCode = 'reasonCode' in data ? data.reasonCode : undefined;
  const command = commands[type];
  if (reasonCode === undefined || command === undefined) return undefined;
  const entryId = 'entryId' in data ? data.entryId : null;
  return { command, reasonCode, reason: lostWords, entryId };
}
