import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFolder } from './postgres-binaries.mjs';
import { canReach, postgresAccount } from './postgres-user.mjs';

/** @typedef {import('./postgres-user.mjs').Account} Account */

/**
 * Where the cluster named `dataDir` really lies: in there, or, when the account that runs Postgres
 * cannot reach it, in an open folder that the file `<dataDir>-location` names. Refuses another
 * account's cluster rather than beginning an empty one beside it.
 * @param {string} dataDir
 * @param {(sentence: string) => void} [log]
 */
export async function postgresPlace(dataDir, log = () => {}) {
  const account = postgresAccount();
  const place = await findPlace(dataDir, account, log);
  const cluster = join(place, 'cluster');
  await refuseForeign(cluster, account);
  await mkdir(place, { recursive: true, mode: 0o755 });
  await refuseForeign(place, account, account && process.getuid?.());
  if (account) await chown(place, account.uid, account.gid);
  await chmod(place, 0o700);
  return { place, cluster, account };
}

/** Removes a cluster's data wherever they lie. */
export async function removePostgres(/** @type {string} */ dataDir) {
  const known = await locationOf(dataDir);
  if (known?.startsWith(openFolder)) await rm(dirname(known), { recursive: true, force: true });
  await rm(`${dataDir}-location`, { force: true });
  await rm(dataDir, { recursive: true, force: true });
}

async function findPlace(
  /** @type {string} */ dataDir,
  /** @type {Account | undefined} */ account,
  /** @type {(sentence: string) => void} */ log,
) {
  const known = await locationOf(dataDir);
  if (known) return known;
  await refuseForeign(join(dataDir, 'cluster'), account);
  await mkdir(dirname(dataDir), { recursive: true });
  if (canReach(account, dirname(dataDir))) return dataDir;
  // A name of its own: a project that was deleted and cloned again must not find the old data.
  const place = join(openFolder, `data-${randomBytes(6).toString('hex')}`, 'postgres');
  await writeFile(`${dataDir}-location`, `${place}\n`);
  log(`Postgres keeps its data in ${place}: the account nobody cannot reach ${dataDir}`);
  return place;
}

/** What is there must belong to the account that runs Postgres (or to `also`). */
async function refuseForeign(
  /** @type {string} */ path,
  /** @type {Account | undefined} */ account,
  /** @type {number} */ also = -2,
) {
  const owner = await stat(path).then(
    ({ uid }) => uid,
    ({ code }) => (code === 'ENOENT' ? undefined : -1),
  );
  const expected = account?.uid ?? process.getuid?.() ?? owner;
  if (owner === undefined || owner === expected || owner === also) return;
  throw new Error(
    `${path} belongs to another account. Start Phoenix as that account, or choose another folder with PHOENIX_HOME.`,
  );
}

async function locationOf(/** @type {string} */ dataDir) {
  const text = await readFile(`${dataDir}-location`, 'utf8').catch(() => '');
  return text.trim() || undefined;
}
