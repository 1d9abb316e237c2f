import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Two commands started at once take turns at what both would write. */
export function projectLock(/** @type {string} */ name) {
  return join(projectRoot, '.phoenix', 'locks', name);
}
