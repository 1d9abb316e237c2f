import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#libs/installation';
import { EventStream } from '#libs/messaging';
import { PersistenceModule } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { CatchUpLedgerHandler } from './catch-up/catch-up-ledger.js';
import { GetLedgerHandler } from './catch-up/get-ledger.js';
import { writeMissed } from './catch-up/write-missed.js';
import { EnergyModule } from './energy/energy.module.js';
import type { PriceList } from './energy/price-list.js';
import { ListEventLogHandler } from './event-log/list-event-log.js';
import { GetInstallationHandler } from './get-installation.js';
import type { HubConfig } from './hub-service.js';
import { migrations } from './migrations/migrations.js';
import { GetHubStatusHandler } from './status/get-hub-status.js';

@Module({})
export class HubModule {
  static with(config: HubConfig, log: Log, prices: PriceList): DynamicModule {
    const persistence = PersistenceModule.forService({
      service: 'hub',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations,
      stream: EventStream,
      writeMissing: writeMissed,
      log,
    });
    return {
      module: HubModule,
      imports: [persistence, EnergyModule.with(prices)],
      controllers: [
        GetLedgerHandler,
        CatchUpLedgerHandler,
        GetHubStatusHandler,
        GetInstallationHandler,
        ListEventLogHandler,
      ],
      providers: [Installation.ofService('hub', config)],
    };
  }
}
