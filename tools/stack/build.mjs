import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './folder-lock.mjs';
import { projectLock, projectRoot } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

const settings = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const stampFile = join(projectRoot, 'dist', '.built-from');

/**
 * Makes dist/ what the sources say; does nothing when it is so already.
 * @param {{ log?: (sentence: string) => void }} [options]
 * @returns {Promise<boolean>} whether it built
 */
export async function ensureBuilt({ log = () => {} } = {}) {
  if (await isBuilt()) return false;
  return withLock(
    projectLock('build'),
    async () => {
      if (await isBuilt()) return false;
      log('building (nest build)');
      const builtFrom = await fingerprint();
      await rm(join(projectRoot, 'dist'), { recursive: true, force: true });
      const cli = join(projectRoot, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
      await runQuietly(process.execPath, [cli, 'build'], { cwd: projectRoot });
      await writeFile(stampFile, builtFrom);
      return true;
    },
    ({ pid }) => log(`waiting for process ${pid}, which is building`),
  );
}

async function isBuilt() {
  const stamp = await readFile(stampFile, 'utf8').catch(() => undefined);
  return stamp !== undefined && stamp === (await fingerprint());
}

/** The hash of everything that decides what dist/ holds. */
async function fingerprint() {
  const hash = createHash('sha256');
  const files = [...settings];
  for (const folder of ['libs', 'services']) files.push(...(await sourcesIn(folder)));
  for (const file of files.sort()) {
    hash.update(`${file}\0`);
    hash.update(await readFile(join(projectRoot, file)).catch(() => ''));
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {Promise<string[]>} */
async function sourcesIn(folder) {
  const entries = await readdir(join(projectRoot, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const { name } = entry;
      const path = `${folder}/${name}`;
      if (name.endsWith('.ts')) return name.endsWith('.spec.ts') ? [] : [path];
      // The browser's part has a build of its own.
      if (name === 'node_modules' || path === 'services/website/web') return [];
      return entry.isDirectory() ? sourcesIn(path) : [];
    }),
  );
  return found.flat();
}
