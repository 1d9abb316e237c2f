import { join } from 'node:path';
import { filesIn, fingerprintOf } from './fingerprint.mjs';
import { projectRoot } from './project.mjs';

const page = 'services/website/web';
const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');

/** The page for browsers, which the website serves. @type {import('./build.mjs').Build} */
export const pageBuild = {
  what: 'the page (vite build)',
  stamp: 'dist/web/.built-from',
  clear: [],
  command: [vite, 'build', page, '--logLevel', 'warn'],
  async fingerprint() {
    // It takes words from the website's sources.
    const sources = await filesIn('services/website', (path) => !path.endsWith('.spec.ts'));
    return fingerprintOf(['package.json', 'package-lock.json', 'tsconfig.json', ...sources]);
  },
};
