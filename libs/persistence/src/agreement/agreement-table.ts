import type { QueryRunner } from 'typeorm';
import { relayLock } from '../advisory-lock.js';
import type { Migration } from '../migrate.js';
import { runTimeRole, type StoringService } from '../roles.js';

/**
 * The migration by which a service writes down whether this Postgres was found to be as new as the event stream (R20).
 * What was found holds for one start of the server only: a copy that is put back cannot bring it along.
 */
export function outboxAgreement(service: StoringService): Migration {
  return class OutboxAgreement1764300000000 {
    readonly name = 'OutboxAgreement1764300000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        CREATE TABLE ${service}.outbox_agreement (
          singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
          server text NOT NULL,
          state text NOT NULL CHECK (state IN ('agreed', 'unknown', 'behind', 'catching-up')),
          epoch text,
          agreed_up_to bigint,
          problem text,
          CONSTRAINT outbox_agreement_problem CHECK ((state = 'agreed') = (problem IS NULL))
        );
        GRANT UPDATE ON ${service}.outbox_agreement TO ${runTimeRole(service)};
      `);
      await runner.query(trustOlderRelay(service), [relayLock(service)]);
    }

    async down(): Promise<void> {
      throw new Error('The outbox is not taken back: restore a backup instead.');
    }
  };
}

/** A relay of the version before publishes now, so it has compared; but it does not write that down (R6). */
function trustOlderRelay(service: StoringService): string {
  return `
    INSERT INTO ${service}.outbox_agreement (server, state)
    SELECT extract(epoch FROM pg_postmaster_start_time())::text || ' ' || '${service}.outbox'::regclass::oid, 'agreed'
    WHERE EXISTS (
      SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0))`;
}
