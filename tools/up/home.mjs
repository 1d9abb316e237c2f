import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tryLock } from '../stack/folder-lock.mjs';
import { projectRoot } from '../stack/project.mjs';
import { readStackFile } from './stack-file.mjs';

/** Where a stack keeps its state between starts. */
export function phoenixHome(env = process.env) {
  return resolve(env.PHOENIX_HOME || join(projectRoot, '.phoenix'));
}

/** Makes this process the only one that runs a stack on `home`; refuses, saying who does, when there is one. */
export async function claimHome(/** @type {string} */ home) {
  await mkdir(home, { recursive: true });
  await refuseForeign(home);
  const lock = await tryLock(join(home, 'up.lock'));
  if ('release' in lock) return lock;
  const running = await readStackFile(home);
  const where = running ? `at ${running.websiteUrl}` : 'and still starting';
  throw new Error(
    `Phoenix runs already (process ${lock.heldBy.pid}, ${where}). Stop it with Ctrl-C or \`kill ${lock.heldBy.pid}\`, or start another with its own PHOENIX_HOME.`,
  );
}

/** State that another account made can be read and kept up by that account only. */
async function refuseForeign(/** @type {string} */ home) {
  const secrets = await stat(join(home, 'secrets.json')).catch(() => undefined);
  if (!secrets || !process.getuid || secrets.uid === process.getuid()) return;
  throw new Error(
    `${home} belongs to another account. Start Phoenix as that account, or choose another folder with PHOENIX_HOME.`,
  );
}
