import { Controller } from '@nestjs/common';
import {
  catalogue,
  checkEnergy,
  type ActionId,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { availableOf, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { accountNotFound } from './refusals.js';

/** Whether the account covers an action's price now, and what would remain. */
export function affordabilityOf(
  account: EnergyAccount,
  action: ActionId,
): ReplyOf<typeof checkEnergy> {
  const { cost } = catalogue[action];
  const available = availableOf(account);
  const allowed = available >= cost;
  const rest = allowed
    ? { remaining: available - cost, deficit: 0 }
    : { deficit: cost - available };
  return { action, allowed, cost, available, ...rest, version: account.version };
}

@Controller()
export class CheckEnergyHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(checkEnergy)
  async handle({ action }: RequestOf<typeof checkEnergy>, call: Call) {
    const account = await this.ledger.read(call.userId);
    return account ? affordabilityOf(account, action) : accountNotFound(call.userId);
  }
}
