import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demandMigrated, migrate } from '#libs/persistence';
import { OutboxOnly1700000000000, silent, TestHouse } from './test-house.js';

describe('a database address without a password', () => {
  let house: TestHouse;
  let folder: string;

  beforeAll(async () => {
    house = await TestHouse.start();
    folder = await mkdtemp(join(tmpdir(), 'phoenix-pgpass-'));
    process.env.PGPASSFILE = join(folder, 'pgpass');
  });
  afterAll(async () => {
    delete process.env.PGPASSFILE;
    await rm(folder, { recursive: true, force: true });
    await house.stop();
  });

  const withoutPassword = (url: string) => {
    const bare = new URL(url);
    bare.password = '';
    return bare.href;
  };
  const write = (password: string) =>
    writeFile(process.env.PGPASSFILE!, `*:*:*:*:${password}\n`, { mode: 0o600 });

  it('is completed from the file that PGPASSFILE names: migrations, pool and sessions', async () => {
    await write('test');
    const { DATABASE_URL, DATABASE_OWNER_URL } = house.urls();
    const migrations = [OutboxOnly1700000000000];
    const service = { service: 'hub', migrations, log: silent } as const;
    await migrate({ ...service, ownerUrl: withoutPassword(DATABASE_OWNER_URL) });
    await demandMigrated({ ...service, url: withoutPassword(DATABASE_URL) });
    const pool = await house.dataSource(withoutPassword(DATABASE_URL));
    await expect(pool.query('SELECT current_user AS role')).resolves.toEqual([
      { role: 'phoenix_hub' },
    ]);
  });

  it('is refused with a wrong one', async () => {
    await write('wrong');
    const url = withoutPassword(house.urls().DATABASE_URL);
    await expect(
      demandMigrated({ service: 'hub', url, migrations: [], log: silent }),
    ).rejects.toThrow('Postgres refused the connection: password authentication failed');
  });
});
