import { Controller } from '@nestjs/common';
import { getBalance } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { availableOf, isUnlimited } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { accountNotFound } from './refusals.js';

@Controller()
export class GetBalanceHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(getBalance)
  async handle(_request: object, call: Call) {
    const found = await this.ledger.read(call.userId);
    if (!found) return accountNotFound(call.userId);
    const { account, now } = found;
    const { userId, balance, held, frozen, unlimited: unlimitedPeriod, version } = account;
    const available = availableOf(account);
    const unlimited = isUnlimited(account, now);
    return { userId, balance, held, available, unlimited, unlimitedPeriod, frozen, version };
  }
}
