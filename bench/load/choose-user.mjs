import { readFile } from 'node:fs/promises';

/**
 * The tokens of a load: everybody's, or one user's when that one is hot, who is the last one and among nobody else's.
 * `next` gives the token of the next request.
 * @param {{ usersFile: string, users: 'spread' | 'hot' }} settings
 * @returns {Promise<{ tokens: readonly string[], next: () => string }>}
 */
export async function chooseUsers({ usersFile, users }) {
  /** @type {import('../stack/tokens.mjs').User[]} */
  const all = JSON.parse(await readFile(usersFile, 'utf8'));
  const everybody = all.map(({ token }) => token);
  const hot = everybody.splice(-1);
  const tokens = users === 'hot' ? hot : everybody;
  const next = () => /** @type {string} */ (tokens[Math.floor(Math.random() * tokens.length)]);
  return { tokens, next };
}
