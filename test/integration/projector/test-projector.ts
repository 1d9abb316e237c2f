import {
  getReadModels,
  listEnergyHistory,
  type PhoenixError,
  type RecordedEvent,
  type ReplyOf,
} from '#libs/contracts';
import {
  newCaller,
  type EventStream,
  type MessageClient,
  type RunningService,
} from '#libs/messaging';
import type { ReadinessStatus } from '#libs/telemetry';
import { eventually, TestStack } from '#libs/testing';
import type { ReadModel } from '../../../services/projector/src/read-models/read-model.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';

type Model = ReplyOf<typeof getReadModels>['models'][number];

const mostInBatch = 500;
export const maxBytes = 64 * 1024 ** 2;

/** A projector on a real stack, what a relay would publish to it, and what its callers see. */
export class TestProjector {
  private readonly replicas: RunningService[] = [];

  private constructor(
    readonly stack: TestStack,
    readonly stream: EventStream,
    readonly website: MessageClient,
    readonly ops: MessageClient,
    private readonly definitions: readonly ReadModel[] | undefined,
  ) {}

  static async start(replicas = 1, definitions?: readonly ReadModel[]): Promise<TestProjector> {
    const stack = await TestStack.start();
    const projector = new TestProjector(
      stack,
      await stack.eventStream(),
      await stack.client('website'),
      await stack.client('ops'),
      definitions,
    );
    for (let n = 0; n < replicas; n++) await projector.run();
    return projector;
  }

  /** One more replica, ready. */
  async run(): Promise<RunningService> {
    const running = await this.begin();
    await eventually(
      () => ready(running),
      (status) => status.ready,
    );
    return running;
  }

  /** One more replica, ready or not. */
  async begin(): Promise<RunningService> {
    const settings = { PHOENIX_STREAM_MAX_BYTES: String(maxBytes) };
    const define = (env: NodeJS.ProcessEnv) => projectorService(env, this.definitions);
    const running = await this.stack.run('projector', define, settings);
    this.replicas.push(running);
    return running;
  }

  /** Stops every replica and starts one, ready. */
  async restart(): Promise<RunningService> {
    await Promise.all(this.replicas.splice(0).map(({ app }) => app.close()));
    return this.run();
  }

  /** Stops every replica and drops all that it keeps in Postgres. */
  async forget(): Promise<void> {
    await Promise.all(this.replicas.splice(0).map(({ app }) => app.close()));
    const tables = await this.rows<{ name: string }>(
      `SELECT 'projector.' || tablename AS name FROM pg_tables WHERE schemaname = 'projector'`,
    );
    await this.rows(`DROP TABLE ${tables.map(({ name }) => name).join(', ')}`);
  }

  /** The figures of the first replica. */
  async metrics(): Promise<string> {
    return (await fetch(`${await this.replicas[0]!.app.getUrl()}/metrics`)).text();
  }

  /** Publishes in this order; returns once every model has taken it. */
  async tell(...events: RecordedEvent[]): Promise<void> {
    for (let at = 0; at < events.length; at += mostInBatch)
      await this.stream.appendBatch(events.slice(at, at + mostInBatch));
    await this.caughtUp();
  }

  async caughtUp(): Promise<void> {
    await this.modelsAre(({ checkpoint, lag }) => checkpoint > 0 && lag === 0);
  }

  /** Waits until nobody is parked any more. */
  async drained(): Promise<void> {
    await this.modelsAre(({ lag, parkedUsers }) => lag === 0 && parkedUsers === 0);
  }

  private async modelsAre(so: (model: Model) => boolean): Promise<void> {
    await eventually(
      () => this.models().catch((error: PhoenixError) => error.code),
      (seen) => typeof seen !== 'string' && seen.models.every(so),
    );
  }

  /** Cuts every connection of the projector to Postgres. */
  async cutPostgres(): Promise<void> {
    await this.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE usename = 'phoenix_projector' AND datname = current_database()`,
    );
  }

  models() {
    return this.ops.request(getReadModels, {}, newCaller());
  }

  async model(name: string) {
    return (await this.models()).models.find(({ model }) => model === name)!;
  }

  /** A user's history as the user sees it, newest first. */
  async history(userId: string) {
    const caller = newCaller(await this.stack.identities.token(userId));
    return this.website.request(listEnergyHistory, {}, caller);
  }

  rows<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.stack.database.query<Row>(sql, values);
  }

  /** The versions of a user that a table holds, in their order. */
  async versions(table: 'event_store_v1' | 'energy_history_v2', userId: string): Promise<number[]> {
    const sql =
      table === 'event_store_v1'
        ? 'SELECT subject_version AS version FROM projector.event_store_v1 WHERE subject_user_id = $1 ORDER BY 1'
        : 'SELECT version FROM projector.energy_history_v2 WHERE user_id = $1 ORDER BY 1';
    const rows = await this.rows<{ version: string }>(sql, [userId]);
    return rows.map(({ version }) => Number(version));
  }
}

export async function ready({ app }: RunningService): Promise<ReadinessStatus> {
  return (await (await fetch(`${await app.getUrl()}/ready`)).json()) as ReadinessStatus;
}
