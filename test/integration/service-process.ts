import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StoringService } from '#libs/persistence';
import type { TestStack } from '#libs/testing';

const services = fileURLToPath(new URL('../../dist/services', import.meta.url));

/** A service in a process of its own, on the broker and database of a test: it can be killed, or kill itself. */
export class ServiceProcess {
  /** Every line that it wrote, to either stream. */
  readonly written: string[] = [];
  private readonly serving: Promise<void>;

  private constructor(
    service: StoringService,
    private readonly child: ChildProcess,
  ) {
    const lines = createInterface({ input: child.stdout! });
    lines.on('line', (line) => this.written.push(line));
    createInterface({ input: child.stderr! }).on('line', (line) => {
      this.written.push(line);
      process.stderr.write(`${line}\n`);
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${service} ended early.`);
    });
    const serves = new Promise<void>((resolve) =>
      lines.on('line', (line) => line.includes(' serves ') && resolve()),
    );
    this.serving = Promise.race([serves, ended]);
    this.serving.catch(() => undefined);
  }

  /** Returns at once: it may end before it serves. */
  static begin(
    stack: TestStack,
    service: StoringService,
    more: NodeJS.ProcessEnv = {},
  ): ServiceProcess {
    const settings = { PHOENIX_LOG_LEVEL: 'info', PHOENIX_LOG_FORMAT: 'json', ...more };
    const child = spawn(process.execPath, [`${services}/${service}/src/main.js`], {
      env: { PATH: process.env.PATH, ...stack.environment(service), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServiceProcess(service, child);
  }

  /** Returns once it serves. */
  static async start(
    stack: TestStack,
    service: StoringService,
    more: NodeJS.ProcessEnv = {},
  ): Promise<ServiceProcess> {
    const started = ServiceProcess.begin(stack, service, more);
    await started.serving;
    return started;
  }

  /** Waits for its end; the answer is the signal that ended it. */
  async gone(): Promise<NodeJS.Signals | null> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await once(this.child, 'exit');
    return this.child.signalCode;
  }

  /** SIGKILL, as a crash would end it; returns once it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone();
  }
}
