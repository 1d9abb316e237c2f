import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const block = Buffer.alloc(64 * 1024);

/** The folder to mount a disk on, so that this part of a stack that is not yet started keeps its data there. */
export const dataFolder = {
  Postgres: async (home: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'phoenix-disk-'));
    await writeFile(join(home, 'postgres-location'), `${join(folder, 'postgres')}\n`);
    return folder;
  },
  NATS: (home: string): Promise<string> => Promise.resolve(join(home, 'nats')),
};

/** A disk of so many MiB, mounted on a folder; only root may make one. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  static async mount(folder: string, mebibytes: number): Promise<SmallDisk> {
    await mkdir(folder, { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'tmpfs', folder]);
    await chmod(folder, 0o755);
    return new SmallDisk(folder);
  }

  /** Takes all the room that is left. */
  private async fill(): Promise<void> {
    const ballast = await open(this.ballast, 'a');
    try {
      for (;;) await ballast.write(block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      await ballast.close();
    }
  }

  /** Fills it again and again, since whoever writes there frees room too. */
  keepFull(): { stop(): Promise<void> } {
    const ended = new AbortController();
    const { signal } = ended;
    const filling = (async () => {
      while (!signal.aborted) {
        await this.fill();
        await pause(200, undefined, { signal }).catch(() => undefined);
      }
    })();
    return {
      stop: () => {
        ended.abort();
        return filling;
      },
    };
  }

  async makeRoom(): Promise<void> {
    await rm(this.ballast, { force: true });
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.folder]);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

/** Why no disk can be mounted here; null when one can. */
export async function noSmallDisk(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  const folder = `/tmp/phoenix-mount-${process.pid}`;
  try {
    const disk = await SmallDisk.mount(folder, 1);
    await disk.unmount();
    return null;
  } catch (error) {
    return `no small disk can be mounted here: ${(error as Error).message}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
