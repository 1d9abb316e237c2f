import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './folder-lock.mjs';
import { pageBuild } from './page-build.mjs';
import { projectLock, projectRoot } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';
import { servicesBuild } from './services-build.mjs';

/**
 * One part of dist/: what it is made from, and how.
 * @typedef {{ what: string, stamp: string, fingerprint: () => Promise<string>, clear: string[], command: string[] }} Build
 */

/**
 * Makes dist/ what the sources say; does nothing when it is so already.
 * @param {{ log?: (sentence: string) => void }} [options]
 * @returns {Promise<boolean>} whether it built
 */
export async function ensureBuilt({ log = () => {} } = {}) {
  const services = await ensure(servicesBuild, log);
  return (await ensure(pageBuild, log)) || services;
}

/** @param {Build} build @param {(sentence: string) => void} log */
async function ensure(build, log) {
  if (await isBuilt(build)) return false;
  return withLock(
    projectLock('build'),
    async () => {
      if (await isBuilt(build)) return false;
      log(`building ${build.what}`);
      const builtFrom = await build.fingerprint();
      for (const path of build.clear) {
        await rm(join(projectRoot, path), { recursive: true, force: true });
      }
      await runQuietly(process.execPath, build.command, { cwd: projectRoot });
      await writeFile(join(projectRoot, build.stamp), builtFrom);
      return true;
    },
    ({ pid }) => log(`waiting for process ${pid}, which is building`),
  );
}

async function isBuilt(/** @type {Build} */ { stamp, fingerprint }) {
  const builtFrom = await readFile(join(projectRoot, stamp), 'utf8').catch(() => undefined);
  return builtFrom !== undefined && builtFrom === (await fingerprint());
}
