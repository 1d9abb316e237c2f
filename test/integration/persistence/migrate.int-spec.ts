import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, outboxAgreement, outboxMarks } from '#libs/persistence';
import { createLog } from '#libs/telemetry';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OutboxOnly1700000000000, TestHouse } from './test-house.js';

class MakeCounters1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE counters (id int PRIMARY KEY)');
    await runner.query('INSERT INTO counters VALUES (1)');
  }

  async down(): Promise<void> {}
}

class Breaks1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_done ()');
    await runner.query('SELECT 1 / 0');
  }

  async down(): Promise<void> {}
}

const all = [
  ...[OutboxOnly1700000000000, outboxMarks('hub'), outboxAgreement('hub')],
  MakeCounters1700000000001,
];

describe('migrate', () => {
  let house: TestHouse;
  let lines: string[];

  beforeAll(async () => {
    house = await TestHouse.start();
  });
  afterAll(() => house.stop());

  function run(migrations: (new () => MigrationInterface)[], ownerUrl?: string) {
    lines = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const log = createLog({
      service: 'hub',
      instance: 'test',
      level: 'info',
      format: 'json',
      destination,
    });
    const { DATABASE_OWNER_URL } = house.urls();
    return migrate({ service: 'hub', ownerUrl: ownerUrl ?? DATABASE_OWNER_URL, migrations, log });
  }

  it('runs each migration once when four replicas start at once', async () => {
    await Promise.all([run(all), run(all), run(all), run(all)]);
    const owner = await house.client(house.urls().DATABASE_OWNER_URL);
    const { rows } = await owner.query('SELECT name FROM migrations ORDER BY id');
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(all.map(({ name }) => name));
    expect((await owner.query('SELECT * FROM counters')).rows).toEqual([{ id: 1 }]);
  });

  it('R6: leaves the migrations of a newer version as they are, and says so', async () => {
    await run(all);
    expect(lines.join()).not.toContain('does not know');
    await run(all.slice(0, -1));
    expect(lines.join()).toContain(
      'migrations that this version does not know (MakeCounters1700000000001)',
    );
  });

  it('takes a migration that fails back whole, and names the service', async () => {
    await expect(run([OutboxOnly1700000000000, Breaks1700000000002])).rejects.toThrow(
      'The migrations of hub failed: division by zero',
    );
    const owner = await house.client(house.urls().DATABASE_OWNER_URL);
    await expect(owner.query('SELECT * FROM half_done')).rejects.toMatchObject({ code: '42P01' });
  });

  it('does not wait for a Postgres that refuses the password', async () => {
    const url = new URL(house.urls().DATABASE_OWNER_URL);
    url.password = 'wrong';
    await expect(run([], url.href)).rejects.toThrow(
      'Postgres refused the connection: password authentication failed',
    );
  });
});
