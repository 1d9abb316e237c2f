import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writeWhole } from './keys.mjs';

/** @typedef {{ postgres: string, services: Record<string, { ownerPassword: string, password: string }> }} Secrets */

/**
 * The passwords of the Postgres administrator and of each service's two roles, made once and kept
 * in `secrets.json`, which only its owner reads. A service that is new gets its own.
 * @param {string} home
 * @param {readonly string[]} services
 * @returns {Promise<Secrets>}
 */
export async function ensureSecrets(home, services) {
  const path = join(home, 'secrets.json');
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  /** @type {Partial<Secrets>} */
  const kept = JSON.parse(text);
  const secrets = { postgres: kept.postgres ?? password(), services: { ...kept.services } };
  for (const service of services) {
    secrets.services[service] ??= { ownerPassword: password(), password: password() };
  }
  if (!isDeepStrictEqual(kept, secrets)) await writeWhole(path, secrets);
  return secrets;
}

/** Letters, digits, `-` and `_` only, so that it stands in an address as it is. */
export function password() {
  return randomBytes(24).toString('base64url');
}
