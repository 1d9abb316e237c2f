import { errors as jose, type JWTPayload } from 'jose';
import { z } from 'zod';
import { PhoenixError, userId } from '#libs/contracts';
import type { Identity } from './identity.js';
import type { IdentityBuckets } from './identity-buckets.js';
import { readSigned, UnknownTokenKey, type Signed } from './read-signed.js';
import { accessTokenType } from './token-types.js';

const mostTokens = 20_000;

interface Verified extends Omit<Signed, 'payload'> {
  readonly identity: Identity;
}

const claims = z.object({
  sub: userId,
  sid: z.uuid(),
  exp: z.int(),
  staff: z.literal(true).optional(),
});

/**
 * Verifies access tokens (JWT, EdDSA, issuer `phoenix`). A verified token is remembered until it expires, in a
 * bounded cache (R30); its key and its session are looked up each time. Refusals: `UNAUTHENTICATED` with reason
 * missing, malformed, expired, unknown-key or revoked; `UNAVAILABLE` while keys or revoked sessions are not known.
 */
export class TokenVerifier {
  private readonly verified = new Map<string, Verified>();

  constructor(private readonly buckets: IdentityBuckets) {}

  async verify(token: string | undefined): Promise<Identity> {
    if (!token)
      throw unauthenticated('missing', 'An access token is needed: Authorization: Bearer …');
    this.buckets.assertKnown();
    const { identity } = this.remembered(token) ?? (await this.verifyAnew(token));
    this.buckets.assertKnown();
    if (this.buckets.revokedSessions.get(identity.sessionId) !== undefined)
      throw unauthenticated('revoked', 'The session of this access token was ended.');
    return identity;
  }

  private remembered(token: string): Verified | undefined {
    const entry = this.verified.get(token);
    if (!entry) return undefined;
    const { identity, keyId, key } = entry;
    if (identity.expiresAt.getTime() > Date.now() && this.buckets.tokenKeys.get(keyId) === key)
      return entry;
    this.verified.delete(token);
    return undefined;
  }

  private async verifyAnew(token: string): Promise<Verified> {
    try {
      const { payload, ...used } = await readSigned(this.buckets, token, accessTokenType);
      return this.remember(token, { identity: identityOf(payload), ...used });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private remember(token: string, entry: Verified): Verified {
    const oldest = this.verified.keys().next();
    if (this.verified.size >= mostTokens && !oldest.done) this.verified.delete(oldest.value);
    this.verified.set(token, entry);
    return entry;
  }
}

function identityOf(payload: JWTPayload): Identity {
  const { sub, sid, exp, staff = false } = claims.parse(payload);
  return {
    userId: sub.toLowerCase(),
    staff,
    sessionId: sid.toLowerCase(),
    expiresAt: new Date(exp * 1_000),
  };
}

function refusalOf(error: unknown): PhoenixError {
  if (error instanceof UnknownTokenKey) {
    return unauthenticated(
      'unknown-key',
      'The access token was signed with a key that is not ours.',
    );
  }
  return error instanceof jose.JWTExpired
    ? unauthenticated('expired', 'The access token has expired.')
    : unauthenticated('malformed', 'The access token is not valid.');
}

type Reason = 'missing' | 'malformed' | 'expired' | 'unknown-key' | 'revoked';

function unauthenticated(reason: Reason, message: string): PhoenixError<'UNAUTHENTICATED'> {
  return new PhoenixError('UNAUTHENTICATED', message, { reason });
}
