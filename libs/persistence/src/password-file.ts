import { readFileSync } from 'node:fs';
import { reasonOf } from './postgres-errors.js';

/**
 * The address with the password that the file of PGPASSFILE has for it, where it names none itself: so no password
 * stands in an environment. The file is libpq's: host:port:database:user:password a line, `*` for any, `\` escapes.
 */
export function withPassword(url: string, env: NodeJS.ProcessEnv = process.env): string {
  const address = new URL(url);
  const file = env.PGPASSFILE?.trim();
  if (!file || address.password !== '') return url;
  const password = passwordFor(address, read(file));
  if (password === undefined) return url;
  // The setter leaves % alone, so that a password holding one would be decoded into another.
  address.password = encodeURIComponent(password);
  return address.href;
}

const field = String.raw`((?:\\.|[^\\:])*)`;
const line = new RegExp(`^${field}:${field}:${field}:${field}:(.+)$`, 'gm');

function passwordFor(address: URL, text: string): string | undefined {
  const { hostname, port, pathname, username } = address;
  const wanted = [hostname, port || '5432', pathname.slice(1), username].map(decodeURIComponent);
  for (const [whole, ...fields] of text.matchAll(line)) {
    const password = fields.pop()!;
    const fits = fields.every((one, n) => one === '*' || unescaped(one) === wanted[n]);
    if (fits && !whole.startsWith('#')) return unescaped(password);
  }
  return undefined;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const help = 'Correct PGPASSFILE, or write the password into the address.';
    throw new Error(`The password file cannot be read: ${reasonOf(error)}. ${help}`, {
      cause: error,
    });
  }
}
