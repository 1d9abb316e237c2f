import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  initPostgres,
  password,
  postgresPlace,
  removePostgres,
  startPostgres,
  type RunningPostgres,
} from '../../../tools/stack/index.mjs';

const run = promisify(execFile);

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

  /** Copies the data folder as operators do, with the server stopped for as long; the answer is the copy. */
  async backup(): Promise<string> {
    await this.running.stop();
    const { cluster } = await postgresPlace(this.dataDir);
    const copy = `${cluster}-copy`;
    await rm(copy, { recursive: true, force: true });
    await run('cp', ['-a', cluster, copy]);
    await this.restart();
    return copy;
  }

  /** Ends the server with SIGKILL, puts the copy in the place of its data, and starts it again. */
  async putBack(copy: string): Promise<void> {
    await this.running.kill();
    const { cluster } = await postgresPlace(this.dataDir);
    await rm(cluster, { recursive: true, force: true });
    await run('cp', ['-a', copy, cluster]);
    await this.restart();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await removePostgres(this.dataDir);
  }
}
