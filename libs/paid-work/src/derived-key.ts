import { createHash } from 'node:crypto';

/**
 * The idempotency key under which a service pays for a request (UUID version 5, RFC 9562): the same for every retry,
 * another one for every service, so that one payment is never taken for another's work.
 */
export function derivedKey(service: string, idempotencyKey: string): string {
  const namespace = Buffer.from(idempotencyKey.replaceAll('-', ''), 'hex');
  const digest = createHash('sha1').update(namespace).update(service).digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [0, 8, 12, 16, 20].map((from, i, all) => hex.slice(from, all[i + 1])).join('-');
}
