import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#libs/installation';
import { EventStream, MessageClient, RecentHops } from '#libs/messaging';
import { DataSource, PersistenceModule } from '#libs/persistence';
import { Readiness, type Log } from '#libs/telemetry';
import { BooksKeeper } from './books/books-keeper.js';
import { CutOverHandler } from './commands/cut-over.js';
import { DiscardBuildHandler } from './commands/discard-build.js';
import { PauseModelHandler } from './commands/pause-model.js';
import { RestoreStreamHandler } from './commands/restore-stream.js';
import { ResumeModelHandler } from './commands/resume-model.js';
import { DropDeadLetterHandler } from './commands/drop-dead-letter.js';
import { RetryDeadLettersHandler } from './commands/retry-dead-letters.js';
import { RollBackHandler } from './commands/roll-back.js';
import { StartReplayHandler } from './commands/start-replay.js';
import { SteerReplayHandler } from './commands/steer-replay.js';
import { CommitBell } from './engine/commit-bell.js';
import { BuildWriters } from './engine/build-writers.js';
import { RecentBatches } from './engine/recent-batches.js';
import { SharedReader } from './engine/shared-reader.js';
import { migrations } from './migrations/migrations.js';
import type { ProjectorConfig } from './projector-service.js';
import { GetDeadLetterHandler } from './queries/get-dead-letter.js';
import { GetEnergyUsageHandler } from './queries/get-energy-usage.js';
import { GetInstallationHandler } from './queries/get-installation.js';
import { GetReadModelsHandler } from './queries/get-read-models.js';
import { GetStreamHandler } from './queries/get-stream.js';
import { GroupDeadLettersHandler } from './queries/group-dead-letters.js';
import { ListBalancesHandler } from './queries/list-balances.js';
import { ListDeadLettersHandler } from './queries/list-dead-letters.js';
import { ListEnergyHistoryHandler } from './queries/list-energy-history.js';
import { ListEventsHandler } from './queries/list-events.js';
import { ListReplaysHandler } from './queries/list-replays.js';
import { ListServiceFiguresHandler } from './queries/list-service-figures.js';
import { ListStoredEventsHandler } from './queries/list-stored-events.js';
import { PlanReplayHandler } from './queries/plan-replay.js';
import { TraceEventsHandler } from './queries/trace-events.js';
import type { ReadModel } from './read-models/read-model.js';
import { GetProjectorStatusHandler } from './status/get-projector-status.js';
import { ProjectorMeasurements } from './status/projector-measurements.js';
import { StreamKeeper } from './stream/stream-keeper.js';

@Module({})
export class ProjectorModule {
  static with(config: ProjectorConfig, definitions: readonly ReadModel[], log: Log): DynamicModule {
    const persistence = PersistenceModule.forService({
      service: 'projector',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations,
      poolSize: 24,
      log,
    });
    const size = {
      maxBytes: config.PHOENIX_STREAM_MAX_BYTES,
      replicas: config.PHOENIX_STREAM_REPLICAS,
    };
    return {
      module: ProjectorModule,
      imports: [persistence],
      controllers: [
        ListEnergyHistoryHandler,
        GetEnergyUsageHandler,
        ListEventsHandler,
        ListBalancesHandler,
        ListServiceFiguresHandler,
        GetReadModelsHandler,
        GetProjectorStatusHandler,
        PlanReplayHandler,
        StartReplayHandler,
        ListReplaysHandler,
        SteerReplayHandler,
        CutOverHandler,
        RollBackHandler,
        DiscardBuildHandler,
        GetStreamHandler,
        GetInstallationHandler,
        ListStoredEventsHandler,
        RestoreStreamHandler,
        ListDeadLettersHandler,
        GroupDeadLettersHandler,
        GetDeadLetterHandler,
        RetryDeadLettersHandler,
        DropDeadLetterHandler,
        PauseModelHandler,
        ResumeModelHandler,
        TraceEventsHandler,
      ],
      providers: [
        CommitBell,
        Installation.ofService('projector', config),
        ProjectorMeasurements,
        {
          provide: StreamKeeper,
          inject: [DataSource, EventStream, Readiness],
          useFactory: (dataSource: DataSource, stream: EventStream, readiness: Readiness) =>
            new StreamKeeper({ dataSource, stream, size, definitions, readiness, log }),
        },
        {
          provide: BuildWriters,
          inject: [DataSource, EventStream, CommitBell, StreamKeeper, Readiness, RecentHops],
          useFactory: (
            dataSource: DataSource,
            stream: EventStream,
            bell: CommitBell,
            keeper: StreamKeeper,
            readiness: Readiness,
            recent: RecentHops,
          ) => {
            const batches = new RecentBatches();
            recent.also((question) => batches.of(question));
            const epoch = (signal: AbortSignal) => keeper.epoch(signal);
            const reader = new SharedReader({ stream, log, batchSize: 1_000 });
            const options = { dataSource, stream, reader, epoch, bell, batches, log };
            return new BuildWriters(definitions, options, keeper, readiness);
          },
        },
        {
          provide: BooksKeeper,
          inject: [DataSource, EventStream, MessageClient, BuildWriters, CommitBell],
          useFactory: (
            dataSource: DataSource,
            stream: EventStream,
            client: MessageClient,
            writers: BuildWriters,
            bell: CommitBell,
          ) => {
            const everyMs = config.PHOENIX_BOOKS_SECONDS * 1_000;
            return new BooksKeeper({ dataSource, stream, client, writers, bell, everyMs, log });
          },
        },
      ],
    };
  }
}
