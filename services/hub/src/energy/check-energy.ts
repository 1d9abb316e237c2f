import { Controller } from '@nestjs/common';
import { checkEnergy, type ActionId, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { availableOf, isUnlimited, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { priceOf } from './price-of-action.js';
import { PriceList } from './price-list.js';
import { accountNotFound } from './refusals.js';

/** Whether the account covers an action's price now, and what would remain. */
export function affordabilityOf(
  account: EnergyAccount,
  action: ActionId,
  context: { readonly now: string; readonly catalogue: PriceList },
): ReplyOf<typeof checkEnergy> {
  const { frozen, version } = account;
  const price = priceOf(account, action, context);
  const available = availableOf(account);
  const deficit = Math.max(0, price.cost - available);
  const allowed = !frozen && deficit === 0;
  const unlimited = isUnlimited(account, context.now);
  const rest = allowed ? { remaining: available - price.cost } : {};
  return { action, allowed, ...price, unlimited, frozen, available, ...rest, deficit, version };
}

@Controller()
export class CheckEnergyHandler {
  constructor(
    private readonly ledger: EnergyLedger,
    private readonly catalogue: PriceList,
  ) {}

  @Handles(checkEnergy)
  async handle({ action }: RequestOf<typeof checkEnergy>, call: Call) {
    const found = await this.ledger.read(call.userId);
    if (!found) return accountNotFound(call.userId);
    const { account, now } = found;
    return affordabilityOf(account, action, { now, catalogue: this.catalogue });
  }
}
