import { refuse, type Refusal, type ServiceName } from '#libs/contracts';
import type { EnergyAccount } from './energy-account.js';
import type { OpenHold } from './hold-of-account.js';
import { accountNotFound } from './refusals.js';

type HoldRefusal = 'ACCOUNT_NOT_FOUND' | 'HOLD_NOT_FOUND' | 'HOLD_EXPIRED' | 'HOLD_ALREADY_SETTLED';

/** The open hold that a service may settle. Another service's hold is not found: nobody learns of it. */
export function findHold(
  { userId, version, holds, settledHolds }: EnergyAccount,
  { holdId, owner }: { readonly holdId: string; readonly owner: ServiceName },
): OpenHold | Refusal<HoldRefusal> {
  if (version === 0) return accountNotFound(userId);
  const open = holds.find(({ id }) => id === holdId);
  if (open?.owner === owner) return open;
  const settled = settledHolds.get(holdId);
  if (settled?.owner !== owner) {
    return refuse('HOLD_NOT_FOUND', 'This service has no such hold on this account.', { holdId });
  }
  const { state, at } = settled;
  if (state === 'expired') {
    const sentence = `The hold expired at ${at}; its points are back.`;
    return refuse('HOLD_EXPIRED', sentence, { holdId, expiredAt: at });
  }
  return refuse('HOLD_ALREADY_SETTLED', `The hold is already ${state}.`, { holdId, state });
}
