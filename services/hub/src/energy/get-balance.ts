import { Controller } from '@nestjs/common';
import { getBalance } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { availableOf } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { accountNotFound } from './refusals.js';

@Controller()
export class GetBalanceHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(getBalance)
  async handle(_request: object, call: Call) {
    const account = await this.ledger.read(call.userId);
    if (!account) return accountNotFound(call.userId);
    const { userId, balance, held, version } = account;
    return { userId, balance, held, available: availableOf(account), version };
  }
}
