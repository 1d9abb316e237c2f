import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', '.git', '.phoenix', 'coverage']);

/** Every file of the tree under a folder, as paths from the root with forward slashes. */
export function filesUnder(folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: false });
  return entries.flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (!entry.isDirectory()) return [path];
    return notOurs.has(entry.name) ? [] : filesUnder(path);
  });
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js|css|sql|sh)$/.test(path);
}

/** The sources that run: without specs. */
export function sourcesUnder(folder: string): string[] {
  return filesUnder(folder).filter((path) => isCode(path) && !/\.spec\.tsx?$/.test(path));
}
