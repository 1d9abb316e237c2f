import { packIds, packs, refuse, type PackId, type Refusal } from '#libs/contracts';
import { availableOf, type EnergyAccount } from './energy-account.js';

export function accountNotFound(userId: string): Refusal<'ACCOUNT_NOT_FOUND'> {
  return refuse('ACCOUNT_NOT_FOUND', 'This user has no energy account yet.', { userId });
}

/** Says what is needed, what there is, what is missing, and which packs would do. */
export function insufficientEnergy(
  account: EnergyAccount,
  required: number,
): Refusal<'INSUFFICIENT_ENERGY'> {
  const available = availableOf(account);
  const deficit = required - available;
  const sentence = `This needs ${required} points; ${available} are available.`;
  return refuse('INSUFFICIENT_ENERGY', sentence, {
    required,
    available,
    deficit,
    suggestedPacks: covering(deficit),
  });
}

function covering(deficit: number): PackId[] {
  return packIds
    .filter((id) => (packs[id].points ?? Infinity) >= deficit)
    .sort((a, b) => packs[a].priceCents - packs[b].priceCents);
}
