import { randomFillSync } from 'node:crypto';

/** Drawn together: asking the system for a few bytes at a time takes thirty times as long. */
const pool = Buffer.alloc(4_096);
let used = pool.length;

/** So many random bytes, at most 4,096, as lower-case hexadecimal. */
export function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
