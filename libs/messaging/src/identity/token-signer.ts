import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { accessTokenType, signInCodeType } from './token-types.js';

export interface TokenSubject {
  readonly userId: string;
  readonly staff: boolean;
  /** The session that the token belongs to; one of its own unless given. */
  readonly sessionId?: string;
}

/** Signs access tokens, and codes of sign-in links, with the private key of this installation. */
export class TokenSigner {
  private constructor(
    private readonly key: CryptoKey | Uint8Array,
    readonly keyId: string,
    /** What the tokens are verified with. */
    readonly publicKey: JWK,
  ) {}

  /** Reads a private JWK. Throws, naming the file, when there is none or it holds something else. */
  static async fromFile(path: string): Promise<TokenSigner> {
    try {
      return await TokenSigner.fromKey(JSON.parse(await readFile(path, 'utf8')) as JWK);
    } catch (cause) {
      throw new Error(`The signing key in ${path} cannot be read.`, { cause });
    }
  }

  static async fromKey({ d, ...publicKey }: JWK): Promise<TokenSigner> {
    if (!d || !publicKey.kid) throw new Error('A signing key needs its private part and a key id.');
    const key = await importJWK({ ...publicKey, d }, 'EdDSA');
    return new TokenSigner(key, publicKey.kid, publicKey);
  }

  /** A token that speaks for this user for so many seconds. */
  sign({ userId, staff, sessionId }: TokenSubject, lifetimeSeconds: number): Promise<string> {
    const claims = { sid: sessionId ?? randomUUID(), sub: userId, ...(staff && { staff }) };
    return this.signAs(accessTokenType, claims, lifetimeSeconds);
  }

  /** The code of a link that signs this user in once, within so many seconds. It is no access token. */
  signInCode({ userId, staff }: TokenSubject, lifetimeSeconds: number): Promise<string> {
    const claims = { jti: randomUUID(), sub: userId, ...(staff && { staff }) };
    return this.signAs(signInCodeType, claims, lifetimeSeconds);
  }

  private signAs(typ: string, claims: JWTPayload, lifetimeSeconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: 'phoenix', iat: now, exp: now + lifetimeSeconds, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ, kid: this.keyId })
      .sign(this.key);
  }
}
