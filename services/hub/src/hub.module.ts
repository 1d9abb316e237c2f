import { Module, type DynamicModule } from '@nestjs/common';
import { EventStream } from '#libs/messaging';
import { outboxMarks, PersistenceModule } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { EnergyModule } from './energy/energy.module.js';
import type { PriceList } from './energy/price-list.js';
import type { HubConfig } from './hub-service.js';
import { EnergyLedger1763800000000 } from './migrations/1763800000000-energy-ledger.js';
import { HoldsAndStaff1763900000000 } from './migrations/1763900000000-holds-and-staff.js';

@Module({})
export class HubModule {
  static with(config: HubConfig, log: Log, prices: PriceList): DynamicModule {
    const persistence = PersistenceModule.forService({
      service: 'hub',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations: [EnergyLedger1763800000000, HoldsAndStaff1763900000000, outboxMarks('hub')],
      stream: EventStream,
      log,
    });
    return { module: HubModule, imports: [persistence, EnergyModule.with(prices)] };
  }
}
