import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';

/** The hash of these files, by their names and what is in them; one that is missing is empty. */
export async function fingerprintOf(/** @type {string[]} */ files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(`${file}\0`);
    hash.update(await readFile(join(projectRoot, file)).catch(() => ''));
  }
  return hash.digest('hex');
}

/**
 * Every file below a folder of the project that `isWanted` by its path, folders included: one that is not wanted is
 * not looked into.
 * @param {string} folder
 * @param {(path: string, isFolder: boolean) => boolean} isWanted
 * @returns {Promise<string[]>}
 */
export async function filesIn(folder, isWanted) {
  const entries = await readdir(join(projectRoot, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (!isWanted(path, entry.isDirectory())) return [];
      return entry.isDirectory() ? filesIn(path, isWanted) : [path];
    }),
  );
  return found.flat();
}
