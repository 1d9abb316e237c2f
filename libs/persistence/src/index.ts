export { DataSource, EntityManager } from 'typeorm';
export { relayLock, tryAdvisoryLock } from './advisory-lock.js';
export { appendOnly } from './append-only.js';
export { CommitOutcomeUnknown } from './commit-outcome-unknown.js';
export { createDataSource, type DataSourceSettings } from './data-source.js';
export { databaseUrls, type ServiceCredentials } from './database-urls.js';
export { demandMigrated } from './demand-migrated.js';
export { maxEventBytes } from './event-limits.js';
export { migrate, type MigrateOptions, type Migration } from './migrate.js';
export { migrateService } from './migrate-service.js';
export { nextSubjectVersion } from './next-subject-version.js';
export { outboxTables } from './outbox-tables.js';
export { PersistenceModule, type PersistenceOptions } from './persistence.module.js';
export { isConnectionLoss, isTransactionConflict, sqlState } from './postgres-errors.js';
export { provision } from './provision.js';
export {
  outboxChannel,
  recordEvents,
  type EventToRecord,
  type RecordedBatch,
} from './record-events.js';
export { OutboxRelay, type OutboxRelayOptions, type RelayStatus } from './relay/outbox-relay.js';
export { isDuplicate, type RelayStream } from './relay/relay-stream.js';
export { ownerRole, runTimeRole, type StoringService } from './roles.js';
export { restoreStream, streamMissing } from './stream-advice.js';
export { SubjectVersionTaken } from './subject-version-taken.js';
export { transaction } from './transaction.js';
export { unavailableDatabase } from './unavailable-database.js';
