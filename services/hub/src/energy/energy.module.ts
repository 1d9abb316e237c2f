import { Module, type DynamicModule } from '@nestjs/common';
import { CaptureHoldHandler } from './capture-hold.js';
import { CheckEnergyHandler } from './check-energy.js';
import { ConsumeEnergyHandler } from './consume-energy.js';
import { EnergyLedger } from './energy-ledger.js';
import { GetBalanceHandler } from './get-balance.js';
import { GetCatalogueHandler } from './get-catalogue.js';
import { GetReceiptHandler } from './get-receipt.js';
import { ListAccountsHandler } from './list-accounts.js';
import { ListLedgerEntriesHandler } from './list-ledger-entries.js';
import { OpenAccountHandler } from './open-account.js';
import { PlaceHoldHandler } from './place-hold.js';
import { PreviewEnergyHandler } from './preview-energy.js';
import { PriceList } from './price-list.js';
import { RefundEnergyHandler } from './refund-energy.js';
import { ReleaseHoldHandler } from './release-hold.js';
import { staffHandlers } from './staff/staff-handlers.js';

@Module({
  controllers: [
    OpenAccountHandler,
    ConsumeEnergyHandler,
    PlaceHoldHandler,
    CaptureHoldHandler,
    ReleaseHoldHandler,
    RefundEnergyHandler,
    CheckEnergyHandler,
    PreviewEnergyHandler,
    GetBalanceHandler,
    GetReceiptHandler,
    GetCatalogueHandler,
    ListAccountsHandler,
    ListLedgerEntriesHandler,
    ...staffHandlers,
  ],
  providers: [EnergyLedger],
})
export class EnergyModule {
  /** The energy of a hub that decides by these prices. */
  static with(prices: PriceList): DynamicModule {
    return { module: EnergyModule, providers: [{ provide: PriceList, useValue: prices }] };
  }
}
