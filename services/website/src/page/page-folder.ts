import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageJson = createRequire(import.meta.url).resolve('#package.json');

/** Where `npm run build` puts the page for browsers. */
export const pageFolder = join(dirname(packageJson), 'dist', 'web');
