import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The paths of generated files that are not in the tree as they are generated now, or should not be there at all.
 * @param {readonly { path: string, text: string }[]} files
 * @param {readonly string[]} folders
 * @param {string} root
 */
export function staleFiles(files, folders, root) {
  const changed = files.filter(({ path, text }) => textOf(join(root, path)) !== text);
  return { changed, leftOver: leftOver(files, folders, root) };
}

/** @param {readonly { path: string }[]} files @param {readonly string[]} folders @param {string} root */
function leftOver(files, folders, root) {
  const generated = new Set(files.map(({ path }) => path));
  return folders.flatMap((folder) => filesIn(folder, root)).filter((path) => !generated.has(path));
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
