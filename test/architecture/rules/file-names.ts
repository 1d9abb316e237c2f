import { isCode } from './tree.js';

const junkDrawers = new Set(['common', 'util', 'utils', 'shared', 'helpers', 'misc']);

/** Code files and their folders are kebab-case, and no folder is a drawer for whatever fits nowhere. */
export function badNames(paths: readonly string[]): string[] {
  return paths.filter(isCode).flatMap((path) => {
    const folders = path.split('/');
    const file = folders.pop()!;
    const drawer = folders.find((folder) => junkDrawers.has(folder));
    if (drawer) return [`${path} lies in ${drawer}/: name the folder after what is in it.`];
    const kebab = [...folders, file].every((name) => /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(name));
    return kebab ? [] : [`${path} is not kebab-case.`];
  });
}
