import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removePostgres } from '../../../tools/stack/index.mjs';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the parts of a running stack are; pids change when a part is restarted. */
export interface StackAddresses {
  readonly websiteUrl: string;
  readonly natsUrl: string;
  readonly natsPid: number;
  /** The seed of each service's NATS credential, and of `ops`. */
  readonly natsSeedFiles: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly postgresPid: number;
  readonly signingKeyFile: string;
  readonly services: Readonly<
    Record<string, readonly { name: string; port: number; url: string; pid: number }[]>
  >;
}

/** The whole stack as `npm start` brings it up, in processes and with state of its own. */
export class StackProcess {
  private constructor(
    readonly home: string,
    private readonly child: ChildProcess,
    /** Everything that its processes wrote, line by line. */
    readonly lines: string[],
  ) {}

  static async start(args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<StackProcess> {
    const home = await mkdtemp(join(tmpdir(), 'phoenix-stack-'));
    const child = spawn(process.execPath, ['tools/up.mjs', '--json', ...args], {
      cwd: projectRoot,
      env: { ...process.env, PHOENIX_LOG_FORMAT: 'json', PORT: '0', ...env, PHOENIX_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
    const ready = new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', () => resolve());
      child.once('exit', (code) =>
        reject(new Error(`npm start ended with ${code}:\n${lines.slice(-40).join('\n')}`)),
      );
    });
    await ready;
    return new StackProcess(home, child, lines);
  }

  /** The addresses and pids as they are now. */
  async addresses(): Promise<StackAddresses> {
    return JSON.parse(await readFile(join(this.home, 'stack.json'), 'utf8')) as StackAddresses;
  }

  /** Drains everything, as Ctrl-C does; answers the exit code. */
  async stop(): Promise<number | null> {
    const code = await this.end();
    await removePostgres(join(this.home, 'postgres'));
    await rm(this.home, { recursive: true, force: true });
    return code;
  }

  private async end(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const exited = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    return exited;
  }
}
