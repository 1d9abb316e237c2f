import type { QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';
import type { Migration } from './migrate.js';
import { runTimeRole, type StoringService } from './roles.js';

/**
 * The migration by which an outbox keeps its marks beside its rows, which are never touched again: what waits to be
 * published is a row for each statement that recorded events (a trigger writes it, so that no event can be missed),
 * what is published a row for each chunk. `outbox_log` shows every event with its place in the stream.
 */
export function outboxMarks(service: StoringService): Migration {
  return class OutboxMarks1763900000001 {
    readonly name = 'OutboxMarks1763900000001';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(tables(service));
      await runner.query(takeOver(service));
      await runner.query(trigger(service));
    }

    async down(): Promise<void> {
      throw new Error('The outbox is not taken back: restore a backup instead.');
    }
  };
}

function tables(service: StoringService): string {
  return `
    LOCK TABLE ${service}.outbox IN ACCESS EXCLUSIVE MODE;
    DROP INDEX ${service}.outbox_unpublished, ${service}.outbox_published;
    CREATE TABLE ${service}.outbox_waiting (
      first_id bigint PRIMARY KEY,
      events int NOT NULL CHECK (events = cardinality(ids) AND events > 0),
      ids bigint[] NOT NULL
    );
    GRANT UPDATE, DELETE ON ${service}.outbox_waiting TO ${runTimeRole(service)};

    CREATE TABLE ${service}.outbox_published (
      first_seq bigint PRIMARY KEY,
      epoch uuid NOT NULL,
      ids bigint[] NOT NULL CHECK (cardinality(ids) > 0)
    );
    GRANT UPDATE, DELETE ON ${service}.outbox_published TO ${runTimeRole(service)};
  `;
}

function takeOver(service: StoringService): string {
  return `
    INSERT INTO ${service}.outbox_waiting (first_id, events, ids)
      SELECT id, 1, ARRAY[id] FROM ${service}.outbox WHERE published_seq IS NULL;
    INSERT INTO ${service}.outbox_published (first_seq, epoch, ids)
      SELECT published_seq, published_epoch, ARRAY[id] FROM ${service}.outbox WHERE published_seq IS NOT NULL;
    ALTER TABLE ${service}.outbox DROP published_seq, DROP published_epoch;
    ${appendOnly(service, 'outbox')}
    CREATE VIEW ${service}.outbox_log AS
      SELECT event.*, place.epoch AS published_epoch, place.seq AS published_seq
      FROM ${service}.outbox AS event LEFT JOIN (
        SELECT epoch, id, first_seq + position - 1 AS seq
        FROM ${service}.outbox_published, unnest(ids) WITH ORDINALITY AS part (id, position)
      ) AS place USING (id);
  `;
}

function trigger(service: StoringService): string {
  return `
    CREATE FUNCTION ${service}.outbox_waits() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO ${service}.outbox_waiting (first_id, events, ids)
        SELECT min(id), count(*), array_agg(id ORDER BY id) FROM added HAVING count(*) > 0;
      RETURN NULL;
    END $$;
    CREATE TRIGGER outbox_waits AFTER INSERT ON ${service}.outbox
      REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${service}.outbox_waits();
  `;
}
