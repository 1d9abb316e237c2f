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
  /** Everything that its processes wrote, line by line. */
  readonly lines: string[] = [];
  private child: ChildProcess | undefined;

  private constructor(
    readonly home: string,
    private readonly args: string[],
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** `prepare` may lay out the folder of its state before anything runs there. */
  static async start(
    args: string[] = [],
    env: NodeJS.ProcessEnv = {},
    prepare: (home: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<StackProcess> {
    const home = await mkdtemp(join(tmpdir(), 'phoenix-stack-'));
    await prepare(home);
    const stack = new StackProcess(home, args, env);
    await stack.up();
    return stack;
  }

  /** Starts it on the state that it has, from another release's folder where one is given; returns once it is ready. */
  async up(release: string = projectRoot): Promise<void> {
    const { home, args, env, lines } = this;
    const child = spawn(process.execPath, ['tools/up.mjs', '--json', ...args], {
      cwd: release,
      env: { ...process.env, PHOENIX_LOG_FORMAT: 'json', PORT: '0', ...env, PHOENIX_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', () => resolve());
      child.once('exit', (code) =>
        reject(new Error(`npm start ended with ${code}:\n${lines.slice(-40).join('\n')}`)),
      );
    });
  }

  /** The addresses and pids as they are now. */
  async addresses(): Promise<StackAddresses> {
    return JSON.parse(await readFile(join(this.home, 'stack.json'), 'utf8')) as StackAddresses;
  }

  /** Drains everything, as Ctrl-C does, and keeps its state; answers the exit code. */
  async down(): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    return exited;
  }

  /** The same, and nothing is left of it. */
  async stop(): Promise<number | null> {
    const code = await this.down();
    await removePostgres(join(this.home, 'postgres'));
    await rm(this.home, { recursive: true, force: true });
    return code;
  }
}
