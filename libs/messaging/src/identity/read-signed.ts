import { jwtVerify, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { IdentityBuckets } from './identity-buckets.js';

/** Signed with a key that is not, or no longer, one of this installation. */
export class UnknownTokenKey extends Error {
  override readonly name = 'UnknownTokenKey';
}

export interface Signed {
  readonly payload: JWTPayload;
  readonly keyId: string;
  readonly key: ReturnType<IdentityBuckets['tokenKeys']['get']>;
}

/** Verifies what a key of this installation signed, of this type and not yet expired. Throws what `jose` does, or `UnknownTokenKey`. */
export async function readSigned(
  { tokenKeys }: IdentityBuckets,
  token: string,
  type: string,
): Promise<Signed> {
  let used: Pick<Signed, 'keyId' | 'key'> = { keyId: '', key: undefined };
  const keyOf = ({ kid: keyId = '' }: JWTHeaderParameters) => {
    const key = tokenKeys.get(keyId);
    if (!key) throw new UnknownTokenKey('The token was signed with a key that is not ours.');
    used = { keyId, key };
    return key;
  };
  const options = { issuer: 'phoenix', algorithms: ['EdDSA'], typ: type };
  const { payload } = await jwtVerify(token, keyOf, options);
  return { payload, ...used };
}
