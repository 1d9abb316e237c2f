import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes one file of somebody's share unless it says so already; a reader finds the old file or the new one.
 * @param {string} folder
 * @param {import('./key-shares.mjs').Share} share
 */
export async function writeShare(folder, { path, text, mode }) {
  const file = join(folder, path);
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.new`;
  await writeFile(aside, text);
  // Not at writing: a umask would take from it.
  await chmod(aside, mode);
  await rename(aside, file);
}
