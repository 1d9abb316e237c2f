import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  errors as jose,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { PhoenixError, userId as userIdSchema } from '#libs/contracts';
import type { Identity } from './identity.js';

const mostTokens = 20_000;

/**
 * Verifies access tokens (JWT, EdDSA, issuer `phoenix`). A verified token is remembered until it expires, in a
 * bounded cache (R30). Refusals: `UNAUTHENTICATED` with reason missing, malformed, expired or unknown-key.
 */
export class TokenVerifier {
  private readonly verified = new Map<string, { identity: Identity; expiresAtMs: number }>();

  private constructor(private readonly keys: JWTVerifyGetKey) {}

  /** Reads a JWKS file. Throws, naming the file, when there is none or it holds something else. */
  static async fromFile(path: string): Promise<TokenVerifier> {
    try {
      return TokenVerifier.fromKeys(JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet);
    } catch (cause) {
      throw new Error(`The token keys in ${path} cannot be read.`, { cause });
    }
  }

  static fromKeys(keys: JSONWebKeySet): TokenVerifier {
    return new TokenVerifier(createLocalJWKSet(keys));
  }

  /** The identity at once when the token was verified before, else undefined. */
  remembered(token: string): Identity | undefined {
    const entry = this.verified.get(token);
    if (!entry) return undefined;
    if (entry.expiresAtMs > Date.now()) return entry.identity;
    this.verified.delete(token);
    return undefined;
  }

  async verify(token: string | undefined): Promise<Identity> {
    if (!token)
      throw unauthenticated('missing', 'An access token is needed: Authorization: Bearer …');
    return this.remembered(token) ?? this.verifyAnew(token);
  }

  private async verifyAnew(token: string): Promise<Identity> {
    try {
      const options = { issuer: 'phoenix', algorithms: ['EdDSA'], requiredClaims: ['sub', 'exp'] };
      const { payload } = await jwtVerify(token, this.keys, options);
      const identity = {
        userId: userIdSchema.parse(payload.sub).toLowerCase(),
        staff: payload.staff === true,
      };
      this.remember(token, identity, (payload.exp ?? 0) * 1000);
      return identity;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private remember(token: string, identity: Identity, expiresAtMs: number): void {
    const oldest = this.verified.keys().next();
    if (this.verified.size >= mostTokens && !oldest.done) this.verified.delete(oldest.value);
    this.verified.set(token, { identity, expiresAtMs });
  }
}

function refusalOf(error: unknown): PhoenixError<'UNAUTHENTICATED'> {
  if (error instanceof jose.JWTExpired)
    return unauthenticated('expired', 'The access token has expired.');
  if (error instanceof jose.JWKSNoMatchingKey) {
    return unauthenticated(
      'unknown-key',
      'The access token was signed with a key that is not ours.',
    );
  }
  return unauthenticated('malformed', 'The access token is not valid.');
}

type Reason = 'missing' | 'malformed' | 'expired' | 'unknown-key';

function unauthenticated(reason: Reason, message: string): PhoenixError<'UNAUTHENTICATED'> {
  return new PhoenixError('UNAUTHENTICATED', message, { reason });
}
