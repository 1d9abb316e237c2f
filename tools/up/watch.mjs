import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnBound, stopBound } from '../stack/bound-process.mjs';
import { projectRoot } from '../stack/project.mjs';

const dist = join(projectRoot, 'dist');
const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');

/**
 * Compiles now and at every change; after the first time without faults, tells which services changed
 * (all of them when a library did).
 * @param {{ services: readonly string[], show: (name: string, line: string) => void, onChange: (services: string[]) => void }} options
 */
export async function watchSources({ services, show, onChange }) {
  await rm(dist, { recursive: true, force: true });
  /** @type {(value?: unknown) => void} */
  let compiled = () => {};
  const first = new Promise((resolve) => (compiled = resolve));
  /** @type {Record<string, string> | undefined} */
  let before;
  let turn = Promise.resolve();
  const bound = spawnBound(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    { cwd: projectRoot },
    (line) => {
      if (line.trim()) show('tsc', line);
      if (!line.includes('Found 0 errors')) return;
      turn = turn.then(async () => {
        const now = await contents(services);
        const changed = services.filter((service) => before && now[service] !== before[service]);
        before = now;
        compiled();
        if (changed.length > 0) onChange(changed);
      });
    },
  );
  const ended = await Promise.race([first.then(() => false), bound.exited.then(() => true)]);
  if (ended) throw new Error('tsc --watch ended; what it said stands above.');
  return { stop: () => stopBound(bound) };
}

/** What each service would run, as a hash: its own files and the libraries. */
async function contents(/** @type {readonly string[]} */ services) {
  const libraries = await hashOf(join(dist, 'libs'));
  const own = services.map(async (name) => [name, await hashOf(join(dist, 'services', name))]);
  return Object.fromEntries(
    (await Promise.all(own)).map(([name, hash]) => [name, `${libraries}${hash}`]),
  );
}

async function hashOf(/** @type {string} */ folder) {
  const hash = createHash('sha256');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.filter((path) => path.endsWith('.js')).sort()) {
    hash.update(`${name}\0`).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}
