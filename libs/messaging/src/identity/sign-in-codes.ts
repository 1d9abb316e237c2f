import { errors as jose } from 'jose';
import { z } from 'zod';
import { PhoenixError, userId } from '#libs/contracts';
import type { IdentityBuckets } from './identity-buckets.js';
import { readSigned } from './read-signed.js';
import { signInCodeType } from './token-types.js';

/** What a one-time code of a sign-in link stands for. */
export interface SignInCode {
  readonly codeId: string;
  readonly userId: string;
  readonly staff: boolean;
}

const claims = z.object({
  jti: z.uuid(),
  sub: userId,
  exp: z.int(),
  staff: z.literal(true).optional(),
});

/**
 * Reads the code of a sign-in link; whether it was used before, only its reader knows. Refusals:
 * `SIGN_IN_LINK_REFUSED` with reason expired or malformed; `UNAVAILABLE` while the token keys are not known.
 */
export async function readSignInCode(buckets: IdentityBuckets, code: string): Promise<SignInCode> {
  buckets.assertKnown();
  try {
    const { payload } = await readSigned(buckets, code, signInCodeType);
    const { jti, sub, staff = false } = claims.parse(payload);
    return { codeId: jti, userId: sub.toLowerCase(), staff };
  } catch (error) {
    throw error instanceof jose.JWTExpired
      ? new PhoenixError('SIGN_IN_LINK_REFUSED', 'The sign-in link has expired.', {
          reason: 'expired',
        })
      : new PhoenixError('SIGN_IN_LINK_REFUSED', 'The sign-in link is not valid.', {
          reason: 'malformed',
        });
  }
}
