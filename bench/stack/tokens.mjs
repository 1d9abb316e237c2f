import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TokenSigner } from '#libs/messaging';

/** @typedef {{ userId: string, token: string }} User */

/**
 * So many users, each with a token for a day, in a file that load processes read.
 * @param {{ home: string, credentials: import('./credentials.mjs').Credentials, count: number }} options
 */
export async function makeUsers({ home, credentials, count }) {
  const signer = await TokenSigner.fromFile(credentials.signingKeyFile);
  /** @type {User[]} */
  const users = [];
  for (let index = 0; index < count; index++) {
    const userId = randomUUID();
    users.push({ userId, token: await signer.sign({ userId, staff: false }, 86_400) });
  }
  const file = join(home, 'users.json');
  await writeFile(file, JSON.stringify(users), { mode: 0o600 });
  return { users, file };
}
