import { randomUUID } from 'node:crypto';
import {
  Connection,
  EventStream,
  IdentityBuckets,
  MessageClient,
  newCaller,
  runService,
  TokenVerifier,
  type Caller,
  type RunningService,
  type ServiceDefinition,
} from '#libs/messaging';
import type { StoringService } from '#libs/persistence';
import type { ServiceName } from '#libs/contracts';
import { createLog, type Log } from '#libs/telemetry';
import { observer, TestBroker } from './broker.js';
import { TestIdentities } from './identities.js';
import { eventually } from './eventually.js';
import type { TestPostgres } from './postgres.js';
import { TestDatabase } from './test-database.js';

type Define = (env: NodeJS.ProcessEnv) => ServiceDefinition;

/** A real NATS and a real Postgres with the services that a test needs, in this process; closed in one call. */
export class TestStack {
  readonly log: Log = createLog({
    service: 'test',
    instance: 'test',
    level: 'silent',
    format: 'json',
  });
  /** Every service that was run here, in the order of their starts. */
  readonly running: RunningService[] = [];
  private readonly connections: Connection[] = [];
  private readonly watching: IdentityBuckets[] = [];

  private constructor(
    readonly broker: TestBroker,
    readonly database: TestDatabase,
    readonly identities: TestIdentities,
  ) {}

  /** With a Postgres of the test's own, the test stops it after the stack. */
  static async start(own?: TestPostgres): Promise<TestStack> {
    const [broker, database, identities] = await Promise.all([
      TestBroker.start(),
      TestDatabase.create(own),
      TestIdentities.make(),
    ]);
    const stack = new TestStack(broker, database, identities);
    await identities.publish(await stack.connectAs('website'));
    return stack;
  }

  /** What a service of this stack reads from its environment. */
  environment(service: StoringService): NodeJS.ProcessEnv {
    return {
      PHOENIX_ENV: 'test',
      PHOENIX_LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      PHOENIX_SIGNING_KEY_FILE: this.identities.signingKeyFile,
      NATS_URL: this.broker.url,
      NATS_NKEY_SEED_FILE: this.broker.seedFile(service),
      PORT: '0',
      ...this.database.environment(service),
    };
  }

  /** Runs one instance of a service in this process, on the real broker and database. */
  async run(
    service: StoringService,
    define: Define,
    more: NodeJS.ProcessEnv = {},
  ): Promise<RunningService> {
    const running = await runService(define({ ...this.environment(service), ...more }));
    this.running.push(running);
    return running;
  }

  /** Creates the event stream, as the projector would; the answer is its epoch. */
  async createStream(): Promise<string> {
    const epoch = randomUUID();
    const stream = await this.eventStream();
    await stream.create(epoch, { maxBytes: 1024 ** 3, replicas: 1 });
    return epoch;
  }

  async eventStream(): Promise<EventStream> {
    return EventStream.open(await this.connect('test-stream'));
  }

  /** A client that asks in the name of a service. */
  async client(service: ServiceName): Promise<MessageClient> {
    return new MessageClient(await this.connectAs(service), service);
  }

  /** A connection with a service's own credential, and so with its rights only. */
  connectAs(service: ServiceName): Promise<Connection> {
    return this.open(service, `test-${this.connections.length}`);
  }

  /** A user with a token, as the start of a request. */
  async user(
    options: { staff?: boolean } = {},
  ): Promise<{ userId: string; caller: Caller; token: string }> {
    const userId = randomUUID();
    const token = await this.identities.token(userId, options);
    return { userId, token, caller: newCaller(token) };
  }

  /** Verifies tokens as the services of this stack do. */
  async verifier(): Promise<TokenVerifier> {
    const buckets = IdentityBuckets.watch(await this.connectAs('letters'), this.log);
    this.watching.push(buckets);
    await eventually(() => buckets.all.every(({ known }) => known));
    return new TokenVerifier(buckets);
  }

  /** A connection that may do everything. */
  connect(name: string): Promise<Connection> {
    return this.open(observer, name);
  }

  private async open(caller: string, name: string): Promise<Connection> {
    const { broker, log } = this;
    const seedFile = broker.seedFile(caller);
    const connection = await Connection.open({
      servers: [broker.url],
      caller,
      name,
      seedFile,
      log,
    });
    this.connections.push(connection);
    return connection;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map(({ app }) => app.close()));
    await Promise.all(this.watching.map((buckets) => buckets.stop()));
    await Promise.all(this.connections.map((connection) => connection.close()));
    await Promise.all([this.broker.stop(), this.database.drop(), this.identities.remove()]);
  }
}
