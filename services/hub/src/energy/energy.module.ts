import { Module } from '@nestjs/common';
import { CheckEnergyHandler } from './check-energy.js';
import { ConsumeEnergyHandler } from './consume-energy.js';
import { EnergyLedger } from './energy-ledger.js';
import { GetBalanceHandler } from './get-balance.js';
import { GetCatalogueHandler } from './get-catalogue.js';
import { ListAccountsHandler } from './list-accounts.js';
import { OpenAccountHandler } from './open-account.js';
import { PreviewEnergyHandler } from './preview-energy.js';

@Module({
  controllers: [
    OpenAccountHandler,
    ConsumeEnergyHandler,
    CheckEnergyHandler,
    PreviewEnergyHandler,
    GetBalanceHandler,
    GetCatalogueHandler,
    ListAccountsHandler,
  ],
  providers: [EnergyLedger],
})
export class EnergyModule {}
