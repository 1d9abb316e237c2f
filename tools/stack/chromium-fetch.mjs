import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownDebian, privateApt } from './debian-apt.mjs';

/**
 * Fetches Chromium, and what of its libraries this machine lacks, into `folder`, without root and without installing
 * anything; `run` in it starts the browser.
 * @param {string} folder
 * @param {(sentence: string) => void} log
 * @param {string} [status] what is installed already, in dpkg's form
 */
export async function fetchChromium(folder, log, status = '/var/lib/dpkg/status') {
  const debian = await ownDebian();
  if (!debian?.suite) throw new Error(whatToDo());
  const { suite, archive } = debian;
  log(`fetching Chromium from Debian ${suite}, through this machine's own mirror`);
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.fetching-`);
  try {
    await chmod(work, 0o755);
    const apt = await privateApt({ folder: join(work, 'apt'), suite, archive, status });
    await apt.run('install', '--yes', '--no-install-recommends', '--download-only', 'chromium');
    await apt.unpack(join('cache', 'archives'), join(work, 'files'));
    await writeFile(join(work, 'run'), await starter(join(work, 'files')), { mode: 0o755 });
    await rm(join(work, 'apt'), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(work, folder);
  } catch (cause) {
    throw new Error(whatToDo(), { cause });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Starts the browser itself: Debian's own start script looks for it under /usr. */
async function starter(/** @type {string} */ files) {
  const libraries = join(files, 'usr', 'lib');
  const machine = (await readdir(libraries)).find((name) => name.endsWith('-linux-gnu')) ?? '';
  return `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")/files
export LD_LIBRARY_PATH="$here/usr/lib/${machine}:$here/lib/${machine}"
exec "$here/usr/lib/chromium/chromium" "$@"
`;
}

function whatToDo() {
  return 'The browser tests need Chromium, and found none: install it (`apt-get install chromium`), or set CHROMIUM_PATH to one.';
}
