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
    const ended = once(child, 'exit').then(() => 'ended');
    const serves = new Promise((resolve) =>
      lines.on('line', (line) => line.includes(' serves ') && resolve('serves')),
    );
    if ((await Promise.race([serves, ended])) === 'ended') throw new Error('The hub ended early.');
    return new HubProcess(child);
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
