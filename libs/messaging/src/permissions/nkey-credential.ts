import { readFile } from 'node:fs/promises';
import type { Authenticator } from '@nats-io/transport-node';
import { nkeyOf, type Nkey } from './nkey.js';

export interface NkeyCredential {
  readonly authenticator: Authenticator;
  readonly publicKey: string;
  /** How often a server asked for it: more than not at all means that one answers. */
  readonly timesAsked: number;
}

/** A credential from a file that holds an nkey seed. Throws, naming the file, when there is none in it. */
export async function nkeyCredential(seedFile: string): Promise<NkeyCredential> {
  const { publicKey, sign } = await nkeyIn(seedFile);
  let timesAsked = 0;
  return {
    publicKey,
    authenticator: (nonce = '') => {
      timesAsked++;
      return { nkey: publicKey, sig: nonce && sign(nonce) };
    },
    get timesAsked() {
      return timesAsked;
    },
  };
}

async function nkeyIn(path: string): Promise<Nkey> {
  try {
    return nkeyOf((await readFile(path, 'utf8')).trim());
  } catch (cause) {
    throw new Error(
      `The NATS credential in ${path} (NATS_NKEY_SEED_FILE) cannot be read: it must hold the seed of a user's nkey (SU…).`,
      { cause },
    );
  }
}
