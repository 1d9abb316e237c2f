import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeText } from './keys.mjs';

/** What an nkey of a NATS user begins with: `SU…` for the seed, `U…` for the public key. */
const seedPrefix = [(18 << 3) | (20 >> 2), (20 << 6) & 0xff];
const userPrefix = 20 << 3;
/** An Ed25519 private key as DER: these bytes, then the 32 of the seed. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * One NATS credential for each name, made once and kept in `home`: the seed in `nats-<name>.nk`, which only its owner
 * reads, and all public keys in `nats-public-keys.env`, as nats-server takes them from its environment.
 * @param {string} home
 * @param {readonly string[]} names
 */
export async function ensureNkeys(home, names) {
  /** @type {Record<string, string>} */
  const seedFiles = {};
  /** @type {Record<string, string>} */
  const publicKeys = {};
  for (const name of names) {
    const seedFile = join(home, `nats-${name}.nk`);
    seedFiles[name] = seedFile;
    const seed = await keptSeed(seedFile);
    publicKeys[`PHOENIX_NKEY_${name.toUpperCase().replaceAll('-', '_')}`] = publicKeyOf(seed);
  }
  const publicKeysFile = join(home, 'nats-public-keys.env');
  const lines = Object.entries(publicKeys).map(([variable, key]) => `${variable}=${key}\n`);
  await writeText(publicKeysFile, lines.join(''), 0o644);
  return { seedFiles, publicKeys, publicKeysFile };
}

async function keptSeed(/** @type {string} */ path) {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return seedBytes(text.trim(), path);
  const seed = randomBytes(32);
  await writeText(path, `${encode(Buffer.from([...seedPrefix, ...seed]))}\n`, 0o600);
  return seed;
}

/** @param {string} text @param {string} path */
function seedBytes(text, path) {
  const bits = [...text].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const seed = bytes.subarray(2, 34);
  if (seed.length === 32 && encode(Buffer.from([...seedPrefix, ...seed])) === text) return seed;
  throw new Error(`${path} does not hold the seed of a NATS user. Delete it: a new one is made.`);
}

/** The public key of a seed, as nats-server's configuration names a user. */
function publicKeyOf(/** @type {Buffer} */ seed) {
  const der = Buffer.concat([pkcs8Start, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return encode(Buffer.from([userPrefix, ...Buffer.from(x, 'base64url')]));
}

/** Base32 of the bytes and their CRC-16 (XMODEM), low byte first. */
function encode(/** @type {Buffer} */ bytes) {
  const checksum = crc16(bytes);
  const bits = [...bytes, checksum & 0xff, checksum >> 8]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32[parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function crc16(/** @type {Buffer} */ bytes) {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}
