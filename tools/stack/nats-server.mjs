import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fetchNatsServer } from './nats-fetch.mjs';
import { isNewEnough, natsVersionOf } from './nats-version.mjs';
import { perUserCache } from './per-user-cache.mjs';

const fileName = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';

/**
 * The path of a nats-server of 2.12 or newer: NATS_SERVER, PATH, our caches, else a fetched one.
 * @param {{ home?: string, log?: (sentence: string) => void, env?: NodeJS.ProcessEnv }} [options]
 */
export async function findNatsServer({ home, log = () => {}, env = process.env } = {}) {
  if (env.NATS_SERVER) {
    const version = natsVersionOf(env.NATS_SERVER);
    if (version && isNewEnough(version)) return env.NATS_SERVER;
    throw new Error(
      version
        ? `NATS_SERVER is nats-server ${version}, which is too old. Point it at 2.12 or newer, or unset it.`
        : `NATS_SERVER (${env.NATS_SERVER}) does not run. Point it at a nats-server of 2.12 or newer, or unset it.`,
    );
  }
  const caches = [perUserCache(env), ...(home ? [home] : [])];
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const folder of [...onPath, ...caches.map((cache) => join(cache, 'nats-server'))]) {
    const binary = join(folder, fileName);
    if (!(await isExecutable(binary))) continue;
    const version = natsVersionOf(binary);
    if (version && isNewEnough(version)) return binary;
    log(`${binary} is passed over: ${version ?? 'it does not run'}, and 2.12 or newer is needed`);
  }
  return fetchInto(caches, log);
}

/** A user without a writable home (a container, a service account) still has the project's own folder. */
async function fetchInto(/** @type {string[]} */ caches, /** @type {(s: string) => void} */ log) {
  /** @type {unknown} */
  let lastError;
  for (const cache of caches) {
    try {
      return await fetchNatsServer(join(cache, 'nats-server'), log);
    } catch (error) {
      lastError = error;
      const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
      if (!['EACCES', 'EROFS', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(code)) break;
    }
  }
  throw lastError;
}

function isExecutable(/** @type {string} */ path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
