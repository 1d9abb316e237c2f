import { readFile } from 'node:fs/promises';
import { nkeyAuthenticator, nkeys, type Authenticator } from '@nats-io/transport-node';

export interface NkeyCredential {
  readonly authenticator: Authenticator;
  readonly publicKey: string;
  /** How often a server asked for it: more than not at all means that one answers. */
  readonly timesAsked: number;
}

/** A credential from a file that holds an nkey seed. Throws, naming the file, when there is none in it. */
export async function nkeyCredential(seedFile: string): Promise<NkeyCredential> {
  const seed = await seedIn(seedFile);
  const authenticate = nkeyAuthenticator(seed);
  let timesAsked = 0;
  return {
    publicKey: nkeys.fromSeed(seed).getPublicKey(),
    authenticator: (nonce) => {
      timesAsked++;
      return authenticate(nonce);
    },
    get timesAsked() {
      return timesAsked;
    },
  };
}

async function seedIn(path: string): Promise<Uint8Array> {
  try {
    const seed = new TextEncoder().encode((await readFile(path, 'utf8')).trim());
    nkeys.fromSeed(seed);
    return seed;
  } catch (cause) {
    throw new Error(
      `The NATS credential in ${path} (NATS_NKEY_SEED_FILE) cannot be read: it must hold the seed of a user's nkey (SU…).`,
      { cause },
    );
  }
}
