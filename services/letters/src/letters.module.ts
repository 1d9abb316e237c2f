import { Module, type DynamicModule } from '@nestjs/common';
import { AiEngine } from '#libs/ai';
import { Installation } from '#libs/installation';
import { EventStream } from '#libs/messaging';
import { heldWorkProviders, PaidWork } from '#libs/paid-work';
import { PersistenceModule } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { AgreeToProviderHandler } from './agreements/agree-to-provider.js';
import { Agreements } from './agreements/agreements.js';
import { GetAgreementsHandler } from './agreements/get-agreements.js';
import { WithdrawAgreementHandler } from './agreements/withdraw-agreement.js';
import { AnalyseOfferHandler } from './analyse-offer.js';
import { AnalyseTransitionHandler } from './analyse-transition.js';
import { CorrectPassageHandler } from './correct-passage.js';
import { DeleteLetterHandler } from './delete-letter.js';
import { EditLetterHandler } from './edit-letter.js';
import { EngineWork } from './engine-work/engine-work.js';
import { ExportLetterHandler } from './export-letter.js';
import { FormatLetterHandler } from './format-letter.js';
import { GetLetterHandler } from './get-letter.js';
import { GetLettersStatusHandler } from './get-letters-status.js';
import { GetInstallationHandler } from './get-installation.js';
import type { LettersConfig } from './letters-service.js';
import { ListEventLogHandler } from './list-event-log.js';
import { ListLettersHandler } from './list-letters.js';
import { migrations } from './migrations/migrations.js';
import { PlanApplicationHandler } from './plan-application.js';
import { PlanRetrainingHandler } from './plan-retraining.js';
import { VerifyLetterHandler } from './verify-letter.js';
import { WriteLetterHandler } from './write-letter.js';

@Module({
  controllers: [
    VerifyLetterHandler,
    GetAgreementsHandler,
    AgreeToProviderHandler,
    WithdrawAgreementHandler,
    FormatLetterHandler,
    CorrectPassageHandler,
    AnalyseOfferHandler,
    WriteLetterHandler,
    AnalyseTransitionHandler,
    PlanApplicationHandler,
    PlanRetrainingHandler,
    ListLettersHandler,
    GetLetterHandler,
    ExportLetterHandler,
    EditLetterHandler,
    DeleteLetterHandler,
    GetLettersStatusHandler,
    GetInstallationHandler,
    ListEventLogHandler,
  ],
  providers: [PaidWork, ...heldWorkProviders, Agreements, EngineWork],
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
    const providers = [
      Installation.ofService('letters', config),
      { provide: AiEngine, useValue: new AiEngine(config, log) },
    ];
    return { module: LettersModule, imports: [persistence], providers };
  }
}
