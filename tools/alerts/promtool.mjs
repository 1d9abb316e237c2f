import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { ownDebian, privateApt } from '../stack/debian-apt.mjs';
import { withLock } from '../stack/folder-lock.mjs';
import { perUserCache } from '../stack/per-user-cache.mjs';
import { projectLock } from '../stack/project.mjs';

/**
 * The path of a promtool, which comes with Prometheus: PROMTOOL, PATH, else one fetched without root and kept for all of
 * a user's clones. Throws, saying what to do, when there is none.
 * @param {(sentence: string) => void} log
 */
export async function findPromtool(log) {
  const { PROMTOOL: given, PATH = '' } = process.env;
  if (given) {
    if (await isExecutable(given)) return given;
    throw new Error(`PROMTOOL is ${given}, which does not run. Set it right, or unset it.`);
  }
  const fetched = join(perUserCache(), 'promtool', 'promtool');
  const places = PATH.split(delimiter).filter(Boolean);
  for (const path of [...places.map((folder) => join(folder, 'promtool')), fetched]) {
    if (await isExecutable(path)) return path;
  }
  return withLock(projectLock('promtool'), async () => {
    if (!(await isExecutable(fetched))) await fetch(fetched, log);
    return fetched;
  });
}

/** From this machine's own Debian, through its own mirror; apt compares what it fetches with the archive's signed sums. */
async function fetch(/** @type {string} */ path, /** @type {(sentence: string) => void} */ log) {
  const debian = await ownDebian();
  if (!debian?.suite) throw new Error(whatToDo);
  const { suite, archive } = debian;
  log(`fetching promtool from Debian ${suite}, through this machine's own mirror`);
  await mkdir(dirname(path), { recursive: true });
  const work = await mkdtemp(`${dirname(path)}.fetching-`);
  try {
    await chmod(work, 0o755);
    const apt = await privateApt({ folder: work, suite, archive });
    await apt.run('download', 'prometheus');
    await apt.unpack('.', join(work, 'unpacked'));
    await rename(join(work, 'unpacked', 'usr', 'bin', 'promtool'), path);
  } catch (cause) {
    throw new Error(whatToDo, { cause });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const whatToDo =
  'The alerts are tested with promtool, and none was found: install Prometheus, or set PROMTOOL to the path of its promtool.';

function isExecutable(/** @type {string} */ path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
