import { readFile } from 'node:fs/promises';
import { nkeyAuthenticator } from '@nats-io/transport-node';

/** What a process that is not of our making connects with: a credential without limits. */
export async function bareConnection(
  natsUrl = process.env.NATS_URL ?? '',
  seedFile = process.env.OBSERVER_NKEY_SEED_FILE ?? '',
) {
  const seed = (await readFile(seedFile, 'utf8')).trim();
  const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed));
  return { servers: [natsUrl], authenticator };
}
