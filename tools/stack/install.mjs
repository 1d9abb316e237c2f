import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './folder-lock.mjs';
import { projectLock, projectRoot } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/**
 * Makes node_modules what package-lock.json says; does nothing when it is so already.
 * @param {{ log?: (sentence: string) => void }} [options]
 * @returns {Promise<boolean>} whether it installed
 */
export async function ensureInstalled({ log = () => {} } = {}) {
  if (await isInstalled()) return false;
  return withLock(
    projectLock('install'),
    async () => {
      if (await isInstalled()) return false;
      log('installing the dependencies (npm ci)');
      const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
      const windows = process.platform === 'win32';
      await runQuietly('npm', args, { cwd: projectRoot, shell: windows });
      return true;
    },
    ({ pid }) => log(`waiting for process ${pid}, which is installing the dependencies`),
  );
}

/** npm writes down what it installed when it is done; an install that was cut short has no such file. */
async function isInstalled() {
  const wanted = await packagesOf(join(projectRoot, 'package-lock.json'));
  const present = await packagesOf(join(projectRoot, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || (optional && !present[path]) || present[path]?.version === version,
  );
}

/** @returns {Promise<Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined>} */
async function packagesOf(/** @type {string} */ path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text).packages;
}
