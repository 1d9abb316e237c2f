import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#libs/installation';
import { EventStream } from '#libs/messaging';
import { PaidWork } from '#libs/paid-work';
import { PersistenceModule } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { GetCvStatusHandler } from './get-cv-status.js';
import { GetInstallationHandler } from './get-installation.js';
import type { CvConfig } from './cv-service.js';
import { ListEventLogHandler } from './list-event-log.js';
import { migrations } from './migrations/migrations.js';
import { VerifyCvHandler } from './verify-cv.js';

@Module({
  controllers: [VerifyCvHandler, GetCvStatusHandler, GetInstallationHandler, ListEventLogHandler],
  providers: [PaidWork],
})
export class CvModule {
  static with(config: CvConfig, log: Log): DynamicModule {
    const persistence = PersistenceModule.forService({
      service: 'cv',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations,
      stream: EventStream,
      log,
    });
    const providers = [Installation.ofService('cv', config)];
    return { module: CvModule, imports: [persistence], providers };
  }
}
