import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestStack } from '#libs/testing';

const main = fileURLToPath(new URL('../../../dist/services/hub/src/main.js', import.meta.url));

/** A hub in a process of its own, on the broker and database of a test: it can be killed, or kill itself. */
export class HubProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Returns once it serves. */
  static async start(stack: TestStack, more: NodeJS.ProcessEnv = {}): Promise<HubProcess> {
    const settings = { PHOENIX_LOG_LEVEL: 'info', PHOENIX_LOG_FORMAT: 'json', ...more };
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...stack.environment('hub'), ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const serves = new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => line.includes(' serves ') && resolve());
      child.once('exit', () => reject(new Error('The hub ended before it served.')));
    });
    await serves;
    return new HubProcess(child);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** SIGKILL, as a crash would; returns once it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone();
  }

  /** Waits for its end; the answer is the signal that ended it. */
  async gone(): Promise<NodeJS.Signals | null> {
    if (this.alive) await once(this.child, 'exit');
    return this.child.signalCode;
  }
}
