import { refuse, type ActionId, type Refusal } from '#libs/contracts';
import type { DecisionContext } from './decision.js';
import { availableOf, isUnlimited, type EnergyAccount } from './energy-account.js';
import { accountIsFrozen, accountNotFound, insufficientEnergy } from './refusals.js';

/** What an action costs this account now, and on the price list. */
export interface Price {
  readonly cost: number;
  readonly listCost: number;
}

type Prices = Pick<DecisionContext, 'now' | 'catalogue'>;

/** Nothing in an unlimited period, else the catalogue's price. */
export function priceOf(
  account: EnergyAccount,
  action: ActionId,
  { now, catalogue }: Prices,
): Price {
  const { cost: listCost } = catalogue.actions[action];
  return { cost: isUnlimited(account, now) ? 0 : listCost, listCost };
}

type SpendingRefusal =
  'ACCOUNT_NOT_FOUND' | 'ACCOUNT_FROZEN' | 'PRICE_CHANGED' | 'INSUFFICIENT_ENERGY';

/** The price of an action that the account may pay now; refused when it may not, or when its user saw another price. */
export function demandPrice(
  account: EnergyAccount,
  { action, expectedCost }: { action: ActionId; expectedCost?: number | undefined },
  context: Prices,
): Price | Refusal<SpendingRefusal> {
  if (account.version === 0) return accountNotFound(account.userId);
  if (account.frozen) return accountIsFrozen(account.userId);
  const { catalogue } = context;
  const price = priceOf(account, action, context);
  const { cost } = price;
  // Who pays nothing is not charged another price, whatever price was seen.
  if (cost > 0 && expectedCost !== undefined && expectedCost !== cost) {
    return refuse('PRICE_CHANGED', 'The price is not the one you saw.', {
      expectedCost,
      cost,
      catalogueVersion: catalogue.version,
    });
  }
  if (availableOf(account) < cost) return insufficientEnergy(account, cost, catalogue.packs);
  return price;
}
