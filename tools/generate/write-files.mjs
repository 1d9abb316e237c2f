import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes what changed and removes what is left over.
 * @param {ReturnType<typeof import('./stale-files.mjs').staleFiles>} stale
 * @param {string} root
 * @param {(sentence: string) => void} log
 */
export async function writeFiles({ changed, leftOver }, root, log) {
  for (const { path, text } of changed) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    log(`wrote ${path}`);
  }
  for (const path of leftOver) {
    await rm(join(root, path));
    log(`removed ${path}`);
  }
}
