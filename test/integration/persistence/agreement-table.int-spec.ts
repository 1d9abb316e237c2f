import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import {
  migrate,
  outboxAgreement,
  outboxMarks,
  readAgreement,
  relayLock,
  tryAdvisoryLock,
  type Migration,
} from '#libs/persistence';
import { TestDatabase } from '#libs/testing';
import { OutboxOnly1700000000000, silent } from './test-house.js';

const versionBefore = [OutboxOnly1700000000000, outboxMarks('hub')];

describe('R6, R20: the migration by which agreement with the stream is written down', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await TestDatabase.create();
    await run(versionBefore);
  });
  afterEach(() => database?.drop());

  function run(migrations: readonly Migration[]): Promise<void> {
    const ownerUrl = database.environment('hub').DATABASE_OWNER_URL;
    return migrate({ service: 'hub', ownerUrl, migrations, log: silent });
  }

  /** What the hub reads of this start of Postgres, while `beside` goes on. */
  async function asTheHub(beside: (client: Client) => Promise<void>) {
    const client = new Client({ connectionString: database.environment('hub').DATABASE_URL });
    await client.connect();
    await beside(client);
    const { rows } = await client.query(readAgreement.text);
    await client.end();
    return rows as unknown[];
  }

  it('trusts a relay of the version before that publishes now', async () => {
    const found = await asTheHub(async (older) => {
      expect(await tryAdvisoryLock(older, relayLock('hub'))).toBe(true);
      await run([...versionBefore, outboxAgreement('hub')]);
    });
    expect(found).toEqual([{ state: 'agreed', epoch: null, agreedUpTo: null, problem: null }]);
  });

  it('trusts nobody where none publishes: the database may be an old backup', async () => {
    const migrated = asTheHub(() => run([...versionBefore, outboxAgreement('hub')]));
    expect(await migrated).toEqual([]);
  });
});
