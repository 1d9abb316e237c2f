import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer, startNats, type RunningNats } from '../../../tools/stack/index.mjs';

/** A real nats-server with JetStream and a data folder of its own, on a free port that it keeps over restarts. */
export class TestBroker {
  private constructor(
    private readonly binary: string,
    readonly dataDir: string,
    private running: RunningNats,
  ) {}

  static async start(): Promise<TestBroker> {
    const binary = await findNatsServer();
    const dataDir = await mkdtemp(join(tmpdir(), 'phoenix-nats-'));
    return new TestBroker(binary, dataDir, await startNats({ binary, dataDir }));
  }

  get url(): string {
    return this.running.url;
  }

  /** Ends the server with SIGKILL, as a crash would. */
  async kill(): Promise<void> {
    await this.running.kill();
  }

  /** Starts a killed server again on the same port and data. */
  async restart(): Promise<void> {
    const { port } = this.running;
    this.running = await startNats({ binary: this.binary, dataDir: this.dataDir, port });
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
