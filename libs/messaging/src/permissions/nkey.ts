import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { nkeys } from '@nats-io/transport-node';

export interface Nkey {
  readonly publicKey: string;
  /** Base64 of the signature of what a server asks to be signed. */
  readonly sign: (nonce: string) => string;
}

const userPrefix = 20 << 3;
/** An Ed25519 private key as DER: these bytes, then the 32 of the seed. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The key of a seed (`SU…`), by Node's own cryptography: the client library's is JavaScript, and held everything else
 * in the process up for tens of milliseconds at each connect. Throws when it is no seed.
 */
export function nkeyOf(seed: string): Nkey {
  if (!seed.startsWith('SU')) throw new Error('It is not the seed of a user.');
  // Checks the letters and the checksum.
  nkeys.fromSeed(new TextEncoder().encode(seed));
  const der = Buffer.concat([pkcs8Start, decode(seed).subarray(2, 34)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: encode(Buffer.from([userPrefix, ...Buffer.from(x, 'base64url')])),
    sign: (nonce) => sign(null, Buffer.from(nonce), key).toString('base64'),
  };
}

function decode(text: string): Buffer {
  const bits = [...text].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'));
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** Base32 of the bytes and their CRC-16 (XMODEM), low byte first. */
function encode(bytes: Buffer): string {
  const checksum = crc16(bytes);
  const bits = [...bytes, checksum & 0xff, checksum >> 8]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32[parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}
