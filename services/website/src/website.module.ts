import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { Installation } from '#libs/installation';
import { EventStream, TokenSigner } from '#libs/messaging';
import { PersistenceModule } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { openApi } from './api-docs/open-api.js';
import { controllersOf } from './api-docs/routes-of.js';
import { ShowDocsRoute } from './api-docs/show-docs.js';
import { OPEN_API, ShowOpenApiRoute } from './api-docs/show-open-api.js';
import { VerifyCvRoute } from './cv/verify-cv.js';
import { CheckEnergyRoute } from './energy/check-energy.js';
import { ConsumeEnergyRoute } from './energy/consume-energy.js';
import { GetBalanceRoute } from './energy/get-balance.js';
import { GetCatalogueRoute } from './energy/get-catalogue.js';
import { GetReceiptRoute } from './energy/get-receipt.js';
import { GetUsageRoute } from './energy/get-usage.js';
import { ListEntriesRoute } from './energy/list-entries.js';
import { PreviewEnergyRoute } from './energy/preview-energy.js';
import { RefundEnergyRoute } from './energy/refund-energy.js';
import { ListEventsRoute } from './history/list-events.js';
import { GetSessionRoute } from './identity/get-session.js';
import { IdentityKeeper } from './identity/identity-keeper.js';
import { Sessions } from './identity/sessions.js';
import { SessionCookie } from './identity/session-cookie.js';
import { SignInByLinkRoute } from './identity/sign-in-by-link.js';
import { SignInRoute } from './identity/sign-in.js';
import { SignIns } from './identity/sign-ins.js';
import { SignOutRoute } from './identity/sign-out.js';
import { Site } from './identity/site.js';
import { TokenKeys } from './identity/token-keys.js';
import { AgreeToProviderRoute } from './letters/agree-to-provider.js';
import { AnalyseOfferRoute } from './letters/analyse-offer.js';
import { AnalyseTransitionRoute } from './letters/analyse-transition.js';
import { GetAgreementsRoute } from './letters/get-agreements.js';
import { CancelLetterRoute } from './letters/cancel-letter.js';
import { CorrectPassageRoute } from './letters/correct-passage.js';
import { DeleteLetterRoute } from './letters/delete-letter.js';
import { EditLetterRoute } from './letters/edit-letter.js';
import { ExportLetterRoute } from './letters/export-letter.js';
import { FormatLetterRoute } from './letters/format-letter.js';
import { GetLetterRoute } from './letters/get-letter.js';
import { ListLettersRoute } from './letters/list-letters.js';
import { PlanApplicationRoute } from './letters/plan-application.js';
import { PlanRetrainingRoute } from './letters/plan-retraining.js';
import { VerifyLetterRoute } from './letters/verify-letter.js';
import { WithdrawAgreementRoute } from './letters/withdraw-agreement.js';
import { WriteLetterRoute } from './letters/write-letter.js';
import { LiveBalances } from './live-energy/live-balances.js';
import { StreamBalanceRoute } from './live-energy/stream-balance.js';
import { migrations } from './migrations/migrations.js';
import { GetWebsiteStatusHandler } from './platform/get-website-status.js';
import { GetInstallationHandler } from './platform/get-installation.js';
import { ListEventLogHandler } from './platform/list-event-log.js';
import { ListServicesRoute } from './platform/list-services.js';
import { ShowEntranceRoute } from './platform/show-entrance.js';
import { ProblemFilter } from './problems/problem-filter.js';
import type { WebsiteConfig } from './website-service.js';
import { AnswerInSnakeCase } from './wire/answer-in-snake-case.js';

@Module({
  controllers: [
    CheckEnergyRoute,
    PreviewEnergyRoute,
    ConsumeEnergyRoute,
    RefundEnergyRoute,
    GetBalanceRoute,
    StreamBalanceRoute,
    ListEntriesRoute,
    GetReceiptRoute,
    GetUsageRoute,
    GetCatalogueRoute,
    ListEventsRoute,
    VerifyLetterRoute,
    GetAgreementsRoute,
    AgreeToProviderRoute,
    WithdrawAgreementRoute,
    FormatLetterRoute,
    CancelLetterRoute,
    CorrectPassageRoute,
    AnalyseOfferRoute,
    WriteLetterRoute,
    AnalyseTransitionRoute,
    PlanApplicationRoute,
    PlanRetrainingRoute,
    ListLettersRoute,
    GetLetterRoute,
    ExportLetterRoute,
    EditLetterRoute,
    DeleteLetterRoute,
    VerifyCvRoute,
    SignInRoute,
    SignInByLinkRoute,
    GetSessionRoute,
    SignOutRoute,
    ListServicesRoute,
    GetWebsiteStatusHandler,
    ListEventLogHandler,
    ShowEntranceRoute,
    ShowOpenApiRoute,
    ShowDocsRoute,
    GetInstallationHandler,
  ],
  providers: [
    SignIns,
    Sessions,
    TokenKeys,
    IdentityKeeper,
    LiveBalances,
    { provide: OPEN_API, useFactory: () => openApi(controllersOf(WebsiteModule)) },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: AnswerInSnakeCase },
  ],
})
export class WebsiteModule {
  static with(config: WebsiteConfig, log: Log): DynamicModule {
    const persistence = PersistenceModule.forService({
      service: 'website',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations,
      stream: EventStream,
      log,
    });
    const signer = {
      provide: TokenSigner,
      useFactory: () => TokenSigner.fromFile(config.PHOENIX_SIGNING_KEY_FILE),
    };
    const site = new Site(config);
    const providers = [
      signer,
      Installation.ofService('website', config),
      { provide: Site, useValue: site },
      { provide: SessionCookie, useValue: new SessionCookie(site.https) },
    ];
    return { module: WebsiteModule, imports: [persistence], providers };
  }
}
