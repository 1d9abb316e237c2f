import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The Ed25519 key that signs access tokens, made at the first start: a private JWK that only its owner reads. Its
 * public part is published by the website.
 */
export async function ensureKeys(/** @type {string} */ home) {
  const signingKeyFile = join(home, 'signing-key.json');
  if (!existsSync(signingKeyFile)) await writeWhole(signingKeyFile, newKey(), 0o600);
  return { signingKeyFile };
}

function newKey() {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  // RFC 7638: a key is named by the hash of its required members in alphabetical order.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kty, crv, x, d, kid, alg: 'EdDSA', use: 'sig' };
}

/** A reader finds the whole file or none. */
export function writeWhole(
  /** @type {string} */ path,
  /** @type {unknown} */ content,
  mode = 0o600,
) {
  return writeText(path, `${JSON.stringify(content, null, 2)}\n`, mode);
}

/** @param {string} path @param {string} text @param {number} mode */
export async function writeText(path, text, mode) {
  await mkdir(join(path, '..'), { recursive: true });
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, text, { mode });
  await rename(aside, path);
}
