import { readFile } from 'node:fs/promises';

/**
 * Gives the token of the next request: anybody's, or always the same user's when one is hot. The hot user is the last
 * one and among nobody else's.
 * @param {{ usersFile: string, users: 'spread' | 'hot' }} settings
 * @returns {Promise<() => string>}
 */
export async function tokenChooser({ usersFile, users }) {
  /** @type {import('../stack/tokens.mjs').User[]} */
  const all = JSON.parse(await readFile(usersFile, 'utf8'));
  const tokens = all.map(({ token }) => token);
  const hot = /** @type {string} */ (tokens.pop());
  if (users === 'hot') return () => hot;
  return () => /** @type {string} */ (tokens[Math.floor(Math.random() * tokens.length)]);
}
