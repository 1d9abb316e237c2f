import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolders } from './generated-files.mjs';

/**
 * The paths of generated files that are not in the tree as they are generated now, or should not be there at all.
 * @param {{ path: string, text: string }[]} files
 * @param {string} root
 */
export function staleFiles(files, root) {
  const changed = files.filter(({ path, text }) => textOf(join(root, path)) !== text);
  return { changed, leftOver: leftOver(files, root) };
}

/** @param {{ path: string }[]} files @param {string} root */
function leftOver(files, root) {
  const generated = new Set(files.map(({ path }) => path));
  return generatedFolders
    .flatMap((folder) => filesIn(folder, root))
    .filter((path) => !generated.has(path));
}

/** @param {string} folder @param {string} root */
function filesIn(folder, root) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'));
}

/** @param {string} file */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
