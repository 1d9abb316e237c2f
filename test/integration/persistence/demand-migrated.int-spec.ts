import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demandMigrated, migrate } from '#libs/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OutboxOnly1700000000000, silent, TestHouse } from './test-house.js';

class MakeCounters1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE letters.counters (id int PRIMARY KEY)');
  }

  async down(): Promise<void> {}
}

describe('a service without the owner’s credentials', () => {
  let house: TestHouse;

  beforeAll(async () => {
    house = await TestHouse.start();
  });
  afterAll(() => house.stop());

  const start = (
    service: 'hub' | 'letters',
    migrations: (new () => MigrationInterface)[],
    url = house.urls(service).DATABASE_URL,
  ) => demandMigrated({ service, url, migrations, log: silent });

  it('starts when its schema is as this version needs it, or newer', async () => {
    await expect(start('hub', [OutboxOnly1700000000000])).resolves.toBeUndefined();
    await expect(start('hub', [])).resolves.toBeUndefined();
  });

  it('R15: refuses to start on a schema that lacks a migration, and says what to run', async () => {
    const all = [OutboxOnly1700000000000, MakeCounters1700000000001];
    await expect(start('hub', all)).rejects.toThrow(
      'The database of hub lacks MakeCounters1700000000001. Run `node dist/services/hub/src/migrate.js` with DATABASE_OWNER_URL first',
    );
  });

  it('refuses an empty schema until the migrations were run', async () => {
    await expect(start('letters', [MakeCounters1700000000001])).rejects.toThrow(
      'The database of letters lacks MakeCounters1700000000001.',
    );
    await migrate({
      service: 'letters',
      ownerUrl: house.urls('letters').DATABASE_OWNER_URL,
      migrations: [MakeCounters1700000000001],
      log: silent,
    });
    await start('letters', [MakeCounters1700000000001]);
  });
});
