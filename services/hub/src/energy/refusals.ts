import { refuse, type CataloguePack, type Refusal } from '#libs/contracts';
import { availableOf, type EnergyAccount } from './energy-account.js';

export function accountNotFound(userId: string): Refusal<'ACCOUNT_NOT_FOUND'> {
  return refuse('ACCOUNT_NOT_FOUND', 'This user has no energy account yet.', { userId });
}

export function accountIsFrozen(userId: string): Refusal<'ACCOUNT_FROZEN'> {
  return refuse('ACCOUNT_FROZEN', 'This account is frozen; staff can unfreeze it.', { userId });
}

export function entryNotFound(entryId: string): Refusal<'ENTRY_NOT_FOUND'> {
  const sentence = 'This account has no entry with this id that this could be asked of.';
  return refuse('ENTRY_NOT_FOUND', sentence, { entryId });
}

export function datePassed(field: string, date: string, now: string): Refusal<'DATE_PASSED'> {
  const sentence = `${field} must be later than ${now}; it is ${date}.`;
  return refuse('DATE_PASSED', sentence, { field, date, now });
}

/** Says what is needed, what there is, what is missing, and which packs would do. */
export function insufficientEnergy(
  account: EnergyAccount,
  required: number,
  packs: Readonly<Record<string, CataloguePack>> = {},
): Refusal<'INSUFFICIENT_ENERGY'> {
  const available = availableOf(account);
  const deficit = required - available;
  const sentence = `This needs ${required} points; ${available} are available.`;
  return refuse('INSUFFICIENT_ENERGY', sentence, {
    required,
    available,
    deficit,
    suggestedPacks: covering(deficit, packs),
  });
}

function covering(deficit: number, packs: Readonly<Record<string, CataloguePack>>): string[] {
  return Object.entries(packs)
    .filter(([, { points }]) => (points ?? Infinity) >= deficit)
    .sort(([, a], [, b]) => a.priceCents - b.priceCents)
    .map(([id]) => id);
}
