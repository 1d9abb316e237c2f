import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownDebian, privateApt } from './debian-apt.mjs';
import { isNewEnough, natsVersionOf } from './nats-version.mjs';

/** Newest first: bookworm and trixie ship one that is too old, and the newest runs on both. */
const suites = ['sid', 'forky', 'trixie'];

/**
 * Fetches a current nats-server into `folder` and returns the binary's path; needs no root.
 * Safe when several processes do it at once: each works aside, and the last rename wins.
 * @param {string} folder
 * @param {(sentence: string) => void} log
 */
export async function fetchNatsServer(folder, log) {
  const archive = (await ownDebian())?.archive;
  if (!archive) throw new Error(whatToDo());
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.fetching-`);
  try {
    await chmod(work, 0o755);
    /** @type {string[]} */
    const reasons = [];
    for (const suite of suites) {
      log(`fetching nats-server from Debian ${suite}, through this machine's own mirror`);
      try {
        const binary = await download(work, suite, archive);
        const version = natsVersionOf(binary);
        if (version && isNewEnough(version)) return await keep(binary, folder);
        reasons.push(`Debian ${suite} has ${version ?? 'one that does not run here'}`);
      } catch (error) {
        reasons.push(lastWords(error));
      }
    }
    throw new Error(`${whatToDo()} (Fetching one failed: ${reasons[0]})`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @param {string} suite
 * @param {import('./debian-sources.mjs').Source} archive
 */
async function download(work, suite, archive) {
  const folder = join(work, suite);
  const apt = await privateApt({ folder, suite, archive });
  await apt.run('download', 'nats-server');
  const found = await apt.unpack('.', join(folder, 'unpacked'));
  if (found === 0) throw new Error(`Debian ${suite} has no nats-server`);
  const unpacked = join(folder, 'unpacked', 'usr');
  const place = (await readdir(unpacked)).includes('sbin') ? 'sbin' : 'bin';
  return join(unpacked, place, 'nats-server');
}

async function keep(/** @type {string} */ binary, /** @type {string} */ folder) {
  await mkdir(folder, { recursive: true });
  const kept = join(folder, 'nats-server');
  await rename(binary, kept);
  return kept;
}

function lastWords(/** @type {unknown} */ error) {
  const said = error instanceof Error ? error.message : String(error);
  return said.split('\n').filter(Boolean).slice(-2).join(' ');
}

function whatToDo() {
  const needed = 'Phoenix needs nats-server 2.12 or newer, and found none';
  if (process.platform === 'darwin') return `${needed}: run \`brew install nats-server\`.`;
  if (process.platform === 'win32') {
    return `${needed}: run \`scoop install nats-server\` or \`choco install nats-server\`.`;
  }
  return `${needed}: install it for this system and set NATS_SERVER to its path.`;
}
