import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { debianArchive } from './debian-sources.mjs';
import { isNewEnough, natsVersionOf } from './nats-version.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Newest first: bookworm and trixie ship one that is too old, and the newest runs on both. */
const suites = ['sid', 'forky', 'trixie'];

/**
 * Fetches a current nats-server into `folder` and returns the binary's path; needs no root.
 * Safe when several processes do it at once: each works aside, and the last rename wins.
 * @param {string} folder
 * @param {(sentence: string) => void} log
 */
export async function fetchNatsServer(folder, log) {
  const archive = await debianArchive('/etc/apt', await ownSuite());
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
  await mkdir(join(folder, 'state', 'lists', 'partial'), { recursive: true });
  await mkdir(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  await writeFile(
    join(folder, 'debian.sources'),
    `Types: deb
URIs: ${archive.uris.join(' ')}
Suites: ${suite}
Components: main
Targets: Packages
${archive.signedBy ? `Signed-By: ${archive.signedBy}\n` : ''}`,
  );
  // Read last, after the machine's own settings (a proxy among them), which stay in force otherwise.
  await writeFile(
    join(folder, 'late.conf'),
    `${existsSync('/etc/apt/apt.conf') ? '#include "/etc/apt/apt.conf";\n' : ''}Dir::State "${folder}/state";
Dir::State::status "/dev/null";
Dir::Cache "${folder}/cache";
Dir::Etc::sourcelist "${folder}/debian.sources";
Dir::Etc::sourceparts "-";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "-";
APT::Default-Release "";
Acquire::Languages "none";
APT::Update::Error-Mode "any";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
`,
  );
  await writeFile(join(folder, 'apt.conf'), `Dir::Etc::main "${folder}/late.conf";\n`);
  const options = {
    cwd: folder,
    env: { ...process.env, APT_CONFIG: join(folder, 'apt.conf'), LC_ALL: 'C' },
  };
  await runQuietly('apt-get', ['-q', 'update'], options);
  await runQuietly('apt-get', ['-q', 'download', 'nats-server'], options);
  const deb = (await readdir(folder)).find((name) => name.endsWith('.deb'));
  if (!deb) throw new Error(`Debian ${suite} has no nats-server`);
  await runQuietly('dpkg', ['-x', deb, join(folder, 'unpacked')], options);
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

async function ownSuite() {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  // A derivative's mirror has suites of its own names and no sid.
  if (!/^ID=["']?debian["']?$/m.test(osRelease)) return undefined;
  return /^VERSION_CODENAME=["']?(\w+)/m.exec(osRelease)?.[1];
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
