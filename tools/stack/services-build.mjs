import { join } from 'node:path';
import { filesIn, fingerprintOf } from './fingerprint.mjs';
import { projectRoot } from './project.mjs';

const settings = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** The services and libraries, compiled by Nest's own command. @type {import('./build.mjs').Build} */
export const servicesBuild = {
  what: 'the services (nest build)',
  stamp: 'dist/.built-from',
  clear: ['dist/libs', 'dist/services'],
  command: [join(projectRoot, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'],
  async fingerprint() {
    const sources = await Promise.all(['libs', 'services'].map((top) => filesIn(top, isSource)));
    return fingerprintOf([...settings, ...sources.flat()]);
  },
};

function isSource(/** @type {string} */ path, /** @type {boolean} */ isFolder) {
  // The browser's part has a build of its own.
  if (isFolder) return !path.endsWith('/node_modules') && path !== 'services/website/web';
  return path.endsWith('.ts') && !path.endsWith('.spec.ts');
}
