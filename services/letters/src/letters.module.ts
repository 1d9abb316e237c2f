import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#libs/installation';
import { EventStream } from '#libs/messaging';
import { PaidWork } from '#libs/paid-work';
import { PersistenceModule } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { GetLettersStatusHandler } from './get-letters-status.js';
import { GetInstallationHandler } from './get-installation.js';
import type { LettersConfig } from './letters-service.js';
import { ListEventLogHandler } from './list-event-log.js';
import { migrations } from './migrations/migrations.js';
import { VerifyLetterHandler } from './verify-letter.js';

@Module({
  controllers: [
    VerifyLetterHandler,
    GetLettersStatusHandler,
    GetInstallationHandler,
    ListEventLogHandler,
  ],
  providers: [PaidWork],
})
export class LettersModule {
  static with(config: LettersConfig, log: Log): DynamicModule {
    const persistence = PersistenceModule.forService({
      service: 'letters',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations,
      stream: EventStream,
      log,
    });
    const providers = [Installation.ofService('letters', config)];
    return { module: LettersModule, imports: [persistence], providers };
  }
}
