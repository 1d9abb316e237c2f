import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFolder } from './postgres-binaries.mjs';
import { canReach, postgresAccount } from './postgres-user.mjs';

/**
 * Where the data of the cluster named `dataDir` really lies: there, or, when the account that
 * runs Postgres cannot reach it, in an open folder that the file `<dataDir>-location` names.
 * @param {string} dataDir
 * @param {(sentence: string) => void} [log]
 */
export async function postgresPlace(dataDir, log = () => {}) {
  const account = postgresAccount();
  const known = await locationOf(dataDir);
  if (known && canReach(account, known)) return { place: known, account };
  await mkdir(dataDir, { recursive: true });
  if (canReach(account, dirname(dataDir))) {
    await ownedBy(account, dataDir);
    return { place: dataDir, account };
  }
  // A name of its own: a project that was deleted and cloned again must not find the old data.
  const name = `data-${randomBytes(6).toString('hex')}`;
  const place = join(openFolder, name, 'postgres');
  await mkdir(place, { recursive: true, mode: 0o755 });
  await ownedBy(account, place);
  await writeFile(`${dataDir}-location`, `${place}\n`);
  log(`Postgres keeps its data in ${place}: nobody's account cannot reach ${dataDir}`);
  return { place, account };
}

/** Removes a cluster's data wherever they lie. */
export async function removePostgres(/** @type {string} */ dataDir) {
  const known = await locationOf(dataDir);
  if (known?.startsWith(openFolder)) await rm(dirname(known), { recursive: true, force: true });
  await rm(`${dataDir}-location`, { force: true });
  await rm(dataDir, { recursive: true, force: true });
}

async function locationOf(/** @type {string} */ dataDir) {
  const text = await readFile(`${dataDir}-location`, 'utf8').catch(() => '');
  return text.trim() || undefined;
}

async function ownedBy(
  /** @type {import('./postgres-user.mjs').Account | undefined} */ account,
  /** @type {string} */ folder,
) {
  try {
    if (account) await chown(folder, account.uid, account.gid);
    await chmod(folder, 0o700);
  } catch (error) {
    throw new Error(
      `${folder} belongs to another account (perhaps it was made by root). Remove it, or choose another folder with PHOENIX_HOME.`,
      { cause: error },
    );
  }
}
