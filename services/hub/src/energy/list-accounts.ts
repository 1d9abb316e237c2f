import { Controller } from '@nestjs/common';
import { listAccounts, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { EnergyLedger } from './energy-ledger.js';

@Controller()
export class ListAccountsHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(listAccounts)
  async handle(request: RequestOf<typeof listAccounts>) {
    return { accounts: await this.ledger.list(request) };
  }
}
