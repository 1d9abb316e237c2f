import { Module, type DynamicModule, type InjectionToken, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementGate } from './agreement/agreement-gate.js';
import { createDataSource, type DataSourceSettings } from './data-source.js';
import { demandMigrated } from './demand-migrated.js';
import { migrate, type MigrateOptions } from './migrate.js';
import { PostgresConnection } from './postgres-connection.js';
import { OutboxRelay } from './relay/outbox-relay.js';
import { RelayLifetime } from './relay/relay-lifetime.js';
import { PipelinedSessions } from './pipelined-sessions.js';
import type { RelayStream } from './relay/relay-stream.js';
import { OwnStatus } from './status/own-status.js';
import type { WriteMissing } from './relay/take-over.js';

export type PersistenceOptions = DataSourceSettings &
  Omit<MigrateOptions, 'ownerUrl'> & {
    /** Without it the service migrates nothing, and refuses to start while a migration is pending. */
    readonly ownerUrl?: string;
    /** What provides the event stream: with it the service's outbox is relayed, without it the service tells nothing. */
    readonly stream?: InjectionToken<RelayStream>;
    /** For a service whose tables follow from its events: writes down those that an old Postgres lacks (R20). */
    readonly writeMissing?: WriteMissing;
  };

/** Gives a service its `DataSource` (its schema as this version needs it, connected before anything that injects it exists), sessions of its own, its relay, and its status. */
@Module({})
export class PersistenceModule {
  static forService(options: PersistenceOptions): DynamicModule {
    const dataSource = {
      provide: DataSource,
      useFactory: async () => {
        const { ownerUrl } = options;
        await (ownerUrl ? migrate({ ...options, ownerUrl }) : demandMigrated(options));
        return createDataSource(options).initialize();
      },
    };
    const sessions = {
      provide: PipelinedSessions,
      // The data source comes first: whoever asks for a session finds the schema migrated.
      inject: [DataSource],
      useFactory: () => new PipelinedSessions(options),
    };
    const relay = options.stream ? relayProviders(options, options.stream) : [];
    return {
      module: PersistenceModule,
      global: true,
      providers: [dataSource, sessions, PostgresConnection, OwnStatus, ...relay],
      exports: [
        DataSource,
        PipelinedSessions,
        OwnStatus,
        ...(options.stream ? [OutboxRelay, AgreementGate] : []),
      ],
    };
  }
}

function relayProviders(options: PersistenceOptions, token: InjectionToken): Provider[] {
  const { service, url, log, writeMissing } = options;
  return [
    {
      provide: OutboxRelay,
      // The data source comes first: the relay needs the outbox that its migrations make.
      inject: [token, DataSource],
      useFactory: (stream: RelayStream) =>
        new OutboxRelay({ service, databaseUrl: url, stream, log, writeMissing }),
    },
    {
      provide: AgreementGate,
      inject: [OutboxRelay],
      useFactory: (relay: OutboxRelay) => new AgreementGate(() => relay.compareNow()),
    },
    RelayLifetime,
  ];
}
