import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  initPostgres,
  password,
  removePostgres,
  startPostgres,
  type RunningPostgres,
} from '../../../tools/stack/index.mjs';

/** A PostgreSQL of a test's own, for tests that stop it or need its disk to be honest; others share the run's. */
export class TestPostgres {
  private constructor(
    private readonly dataDir: string,
    private readonly secret: string,
    private running: RunningPostgres,
  ) {}

  static async start(): Promise<TestPostgres> {
    const dataDir = await mkdtemp(join(tmpdir(), 'phoenix-postgres-'));
    const secret = password();
    await initPostgres({ dataDir, password: secret });
    return new TestPostgres(dataDir, secret, await startPostgres({ dataDir, password: secret }));
  }

  get adminUrl(): string {
    return this.running.adminUrl;
  }

  async kill(): Promise<void> {
    await this.running.kill();
  }

  async restart(): Promise<void> {
    const { port } = this.running;
    this.running = await startPostgres({ dataDir: this.dataDir, password: this.secret, port });
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await removePostgres(this.dataDir);
  }
}
