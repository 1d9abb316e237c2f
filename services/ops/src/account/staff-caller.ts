import { newCaller, type Caller } from '#libs/messaging';
import { signerOf } from '../token/signer.js';
import type { Ops } from '../ops.js';

/** Who acts where nobody has signed in: development and test. */
const developer = '0de7e109-e500-4000-8000-000000000001';
const minuteSeconds = 60;

/** A request of staff: by the token in PHOENIX_STAFF_TOKEN, else by one made for a minute, which production refuses (R31). */
export async function staffCaller(ops: Ops): Promise<Caller> {
  const given = ops.config.PHOENIX_STAFF_TOKEN;
  if (given) return newCaller(given);
  const signer = await signerOf(
    ops,
    'Set PHOENIX_STAFF_TOKEN to your own access token, then run this command again.',
  );
  return newCaller(await signer.sign({ userId: developer, staff: true }, minuteSeconds));
}
