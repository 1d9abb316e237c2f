import type { QueryRunner } from 'typeorm';
import type { Migration } from '../migrate.js';
import type { StoringService } from '../roles.js';

/** The migration by which a service finds the place in the stream of an event of its log: one index entry for each run. */
export function eventLogPlaces(service: StoringService): Migration {
  return class EventLogPlaces1764500000000 {
    readonly name = 'EventLogPlaces1764500000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `CREATE INDEX outbox_published_by_event ON ${service}.outbox_published ((ids[1]))`,
      );
    }

    async down(): Promise<void> {
      throw new Error('The outbox is not taken back: restore a backup instead.');
    }
  };
}
