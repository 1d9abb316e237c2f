import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from './process-identity.mjs';

/** @typedef {{ pid: number, startedAt: string }} Holder */

/**
 * Takes the lock at `path` (a folder that names its holder), also from a holder that died.
 * @param {string} path
 * @returns {Promise<{ release: () => Promise<void> } | { heldBy: Holder }>}
 */
export async function tryLock(path) {
  await mkdir(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}-${randomUUID()}`;
  await mkdir(mine);
  await writeFile(
    join(mine, 'holder.json'),
    JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }),
  );
  for (;;) {
    // Renaming onto a folder with something in it fails, so exactly one of many can succeed.
    const taken = await rename(mine, path).then(
      () => true,
      () => false,
    );
    if (taken) return { release: () => giveBack(path) };
    const holder = await holderOf(path);
    if (holder && isHolding(holder)) {
      await rm(mine, { recursive: true, force: true });
      return { heldBy: holder };
    }
    if (holder) await removeDead(path, holder);
    else await pause(10);
  }
}

/**
 * Runs `work` while holding the lock at `path`, waiting for it as long as its holder lives.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(holder: Holder) => void} [onWait] called once when somebody else holds it
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  for (let waited = false; ; waited = true) {
    const lock = await tryLock(path);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    if (!waited) onWait?.(lock.heldBy);
    await pause(100);
  }
}

function isHolding(/** @type {Holder} */ holder) {
  return isAlive(holder.pid) && startOf(holder.pid) === holder.startedAt;
}

/** @param {string} path @returns {Promise<Holder | undefined>} */
async function holderOf(path) {
  return readFile(join(path, 'holder.json'), 'utf8').then(JSON.parse, () => undefined);
}

/** Moved away as a whole: an emptied folder could be taken by the next holder while it is still being removed. */
async function giveBack(/** @type {string} */ path) {
  const aside = `${path}.released-${randomUUID()}`;
  await rename(path, aside);
  await rm(aside, { recursive: true, force: true });
}

/** Two processes may both find the holder dead; the slower one must not remove the faster one's new lock. */
async function removeDead(/** @type {string} */ path, /** @type {Holder} */ dead) {
  const aside = `${path}.dead-${randomUUID()}`;
  await rename(path, aside).catch(() => {});
  const moved = await holderOf(aside);
  if (moved && (moved.pid !== dead.pid || moved.startedAt !== dead.startedAt)) {
    await rename(aside, path).catch(() => {});
  } else {
    await rm(aside, { recursive: true, force: true });
  }
}
