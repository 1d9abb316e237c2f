import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outsideServices, serviceNames } from '#libs/contracts';
import { keyVariable, permissionsFile, type NatsUser } from '#libs/messaging';
import {
  ensureNkeys,
  findNatsServer,
  startNats,
  type RunningNats,
} from '../../../tools/stack/index.mjs';

/** The credential of tests: beside the services, with every right that they have together and all others. */
export const observer = 'observer';

/** The credential of tests in the account of the streams itself, where no service is. */
export const keeper = 'keeper';

/** What somebody may have set up wrongly. */
export interface FaultySettings {
  readonly syncInterval?: string;
  readonly users?: readonly NatsUser[];
}

type Credentials = Awaited<ReturnType<typeof ensureNkeys>>;

/**
 * A real nats-server with JetStream and a data folder of its own, on a free port that it keeps over restarts. Services
 * have the committed permissions.
 */
export class TestBroker {
  private constructor(
    private readonly binary: string,
    readonly dataDir: string,
    private readonly keysDir: string,
    private readonly credentials: Credentials,
    private running: RunningNats,
  ) {}

  static async start(): Promise<TestBroker> {
    const binary = await findNatsServer();
    const dataDir = await mkdtemp(join(tmpdir(), 'phoenix-nats-'));
    const keysDir = await mkdtemp(join(tmpdir(), 'phoenix-nkeys-'));
    const outside = outsideServices.map(({ name }) => name);
    const names = [...serviceNames, ...outside, observer, keeper];
    const credentials = await ensureNkeys(keysDir, names);
    const running = await startNats(settings(binary, dataDir, credentials));
    return new TestBroker(binary, dataDir, keysDir, credentials, running);
  }

  get url(): string {
    return this.running.url;
  }

  /** The file with the nkey seed of a service, of the observer or of the keeper. */
  seedFile(name: string): string {
    const file = this.credentials.seedFiles[name];
    if (!file) throw new Error(`${name} has no credential`);
    return file;
  }

  /** Ends the server with SIGKILL, as a crash would. */
  async kill(): Promise<void> {
    await this.running.kill();
  }

  /** Starts a killed server again on the same port and data; `faulty` is set up as it should not be. */
  async restart(faulty: FaultySettings = {}): Promise<void> {
    const { port } = this.running;
    this.running = await startNats({
      ...settings(this.binary, this.dataDir, this.credentials, faulty),
      port,
    });
  }

  /** Copies the data folder as operators do, with the server stopped for as long; the answer is the copy. */
  async backup(): Promise<string> {
    await this.running.stop();
    const copy = `${this.dataDir}-copy`;
    await cp(this.dataDir, copy, { recursive: true });
    await this.restart();
    return copy;
  }

  /** Ends the server with SIGKILL, puts the copy in the place of its data, and starts it again. */
  async putBack(copy: string): Promise<void> {
    await this.running.kill();
    await rm(this.dataDir, { recursive: true, force: true });
    await cp(copy, this.dataDir, { recursive: true });
    await this.restart();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    for (const folder of [this.dataDir, `${this.dataDir}-copy`, this.keysDir])
      await rm(folder, { recursive: true, force: true });
  }
}

function settings(
  binary: string,
  dataDir: string,
  { publicKeys }: Credentials,
  { syncInterval, users }: FaultySettings = {},
) {
  const extraConfig = permissionsFile(users, {
    house: `{ nkey: $${keyVariable(observer)} }`,
    storage: `{ nkey: $${keyVariable(keeper)} }`,
  });
  return { binary, dataDir, syncInterval, extraConfig, env: publicKeys };
}
