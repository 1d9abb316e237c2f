import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The folder that a file belongs to, as import-table.mjs names it: `libs/messaging`, `services/hub`, `test`;
 * `undefined` outside of the tree.
 */
export function placeOf(file) {
  const [top, second = '', third] = relative(root, file).split(sep);
  if (top === '..' || top === '') return undefined;
  // The browser's part of the website.
  if (top === 'services' && third === 'web') return `services/${second}/web`;
  if (top === 'libs' || top === 'services') return `${top}/${second}`;
  if (top === 'test' && second === 'books') return 'test/books';
  return top;
}

/** The line of the table for a place: services share one. */
export function tableNameOf(place) {
  if (place.endsWith('/web')) return place;
  return place.startsWith('services/') ? 'services' : place;
}
