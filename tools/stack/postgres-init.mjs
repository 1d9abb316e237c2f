import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnBound } from './bound-process.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { postgresPlace } from './postgres-place.mjs';

/**
 * Makes a PostgreSQL cluster (UTF-8, user `postgres`, password needed also on this machine)
 * unless `dataDir` has one. A crash on the way leaves none rather than half of one.
 * @param {{ dataDir: string, password: string, log?: (sentence: string) => void }} options
 */
export async function initPostgres({ dataDir, password, log }) {
  const { place, cluster, account } = await postgresPlace(dataDir, log);
  if (existsSync(join(cluster, 'PG_VERSION'))) return;

  for (const name of await readdir(place)) {
    if (name.startsWith('making-')) await rm(join(place, name), { recursive: true, force: true });
  }
  const making = join(place, `making-${randomUUID()}`);
  const passwordFile = `${making}-password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  /** @type {string[]} */
  const said = [];
  const { exited } = spawnBound(
    join(await postgresBinaries(account), 'initdb'),
    [
      `--pgdata=${making}`,
      '--username=postgres',
      '--encoding=UTF8',
      '--no-instructions',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ],
    { cwd: '/', ...account, env: { ...process.env, LC_ALL: 'C' } },
    (line) => said.push(line),
  );
  const { code } = await exited;
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    throw new Error(
      `initdb could not make ${cluster}. Its last lines:\n${said.slice(-8).join('\n')}`,
    );
  }
  await rename(making, cluster);
}
