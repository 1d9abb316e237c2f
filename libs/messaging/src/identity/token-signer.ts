import { readFile } from 'node:fs/promises';
import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Identity } from './identity.js';

/** Signs access tokens with the private key of this installation. */
export class TokenSigner {
  private constructor(
    private readonly key: CryptoKey | Uint8Array,
    private readonly keyId: string,
  ) {}

  static async fromFile(path: string): Promise<TokenSigner> {
    return TokenSigner.fromKey(JSON.parse(await readFile(path, 'utf8')) as JWK);
  }

  static async fromKey(key: JWK): Promise<TokenSigner> {
    return new TokenSigner(await importJWK(key, 'EdDSA'), key.kid ?? '');
  }

  /** A token that speaks for this identity for so many seconds. */
  sign({ userId, staff }: Identity, lifetimeSeconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT(staff ? { staff } : {})
      .setProtectedHeader({ alg: 'EdDSA', kid: this.keyId })
      .setIssuer('phoenix')
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.key);
  }
}
