import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { debianArchive } from './debian-sources.mjs';
import { runQuietly } from './run-quietly.mjs';

/** @typedef {import('./debian-sources.mjs').Source} Source */

/** The Debian that this machine is, and the archive that it installs from; undefined where it is none. */
export async function ownDebian() {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  // A derivative's mirror has suites of its own names and no sid.
  const isDebian = /^ID=["']?debian["']?$/m.test(osRelease);
  const suite = isDebian ? /^VERSION_CODENAME=["']?(\w+)/m.exec(osRelease)?.[1] : undefined;
  const archive = await debianArchive('/etc/apt', suite);
  return archive && { suite, archive };
}

/**
 * An apt with a state of its own in `folder`: it needs no root, and changes nothing of the machine's. What is installed
 * already is what `status` says, dpkg's own form; nothing by default.
 * @param {{ folder: string, suite: string, archive: Source, status?: string }} options
 */
export async function privateApt({ folder, suite, archive, status = '/dev/null' }) {
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
Dir::State::status "${status}";
Dir::Cache "${folder}/cache";
Dir::Etc::sourcelist "${folder}/debian.sources";
Dir::Etc::sourceparts "-";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "-";
APT::Default-Release "";
Acquire::Languages "none";
APT::Update::Error-Mode "any";
Debug::NoLocking "true";
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
  return {
    /** Runs apt-get to its end. */
    run: (/** @type {string[]} */ ...args) => runQuietly('apt-get', ['-q', ...args], options),
    /** Unpacks every package that lies in a folder below, without installing it. */
    async unpack(/** @type {string} */ from, /** @type {string} */ to) {
      const packages = (await readdir(join(folder, from))).filter((name) => name.endsWith('.deb'));
      for (const name of packages) {
        await runQuietly('dpkg', ['-x', join(folder, from, name), to], options);
      }
      return packages.length;
    },
  };
}
