import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A copy of this project in a folder of its own, to be changed and thrown away. Its packages are ours. */
export class ScratchCopy {
  private constructor(readonly folder: string) {}

  static async make(): Promise<ScratchCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'phoenix-scratch-'));
    const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const { stdout } = await run('git', listed, { maxBuffer: 16 * 1024 ** 2 });
    for (const file of stdout.split('\0').filter(Boolean)) {
      await cp(file, join(folder, file)).catch((error: NodeJS.ErrnoException) => {
        // Deleted here and not yet in git.
        if (error.code !== 'ENOENT') throw error;
      });
    }
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    return new ScratchCopy(folder);
  }

  async write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), content);
  }

  /** Puts each line that begins with `+` below the last line without one, searching from top to bottom. */
  async addLines(path: string, lines: readonly string[]): Promise<void> {
    const text = (await readFile(join(this.folder, path), 'utf8')).split('\n');
    let place = 0;
    for (const line of lines) {
      if (line.startsWith('+')) text.splice(place++, 0, line.slice(1));
      else place = belowLine(text, line.slice(1), place, path);
    }
    await this.write(path, text.join('\n'));
  }

  /** Runs a command in the copy; what it printed. Throws with it when the command fails. */
  async run(command: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    const options = {
      cwd: this.folder,
      env: { ...process.env, ...env },
      maxBuffer: 16 * 1024 ** 2,
    };
    const { stdout, stderr } = await run('bash', ['-euo', 'pipefail', '-c', command], options);
    return stdout + stderr;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function belowLine(text: readonly string[], line: string, from: number, path: string): number {
  const at = text.findIndex((one, index) => index >= from && one.trim() === line.trim());
  if (at < 0) throw new Error(`${path} has no line \`${line.trim()}\` where README says so.`);
  return at + 1;
}
