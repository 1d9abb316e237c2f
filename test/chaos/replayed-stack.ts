import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getReadModels, listReplays, type ReplayRun } from '#libs/contracts';
import { Connection, EventStream, MessageClient, newCaller } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { eventually, StackProcess } from '#libs/testing';
import { runOps } from '../../services/ops/src/run-ops.js';
import { life } from '../integration/projector/told-events.js';

const log = createLog({ service: 'chaos', instance: 'chaos', level: 'silent', format: 'json' });
const model = 'energy-history';
const consumptions = 18;

/** A whole stack whose stream has a history that nobody's ledger knows, and the operator who replays it. */
export class ReplayedStack {
  private connections: Connection[] = [];

  private constructor(
    readonly stack: StackProcess,
    private readonly stream: EventStream,
    private readonly ops: MessageClient,
  ) {}

  static async start(env: NodeJS.ProcessEnv): Promise<ReplayedStack> {
    const stack = await StackProcess.start([], env);
    const { natsUrl, natsSeedFiles } = await stack.addresses();
    const open = (caller: 'hub' | 'ops') =>
      Connection.open({
        servers: [natsUrl],
        caller,
        name: 'chaos',
        seedFile: natsSeedFiles[caller]!,
        log,
      });
    const [hub, ops] = await Promise.all([open('hub'), open('ops')]);
    const replayed = new ReplayedStack(
      stack,
      await EventStream.open(hub),
      new MessageClient(ops, 'ops'),
    );
    replayed.connections = [hub, ops];
    return replayed;
  }

  /** So many events of the hub, in whole lives of users. */
  async tell(events: number): Promise<void> {
    const lives = 25;
    for (let told = 0; told < events; told += lives * (consumptions + 2)) {
      const users = Array.from({ length: lives }, () => randomUUID());
      await this.stream.appendBatch(users.flatMap((userId) => life(userId, consumptions)));
    }
  }

  /** Runs one command line of the operator to its end. */
  async replay(verb: string, ...more: string[]) {
    const { natsUrl, natsSeedFiles } = await this.stack.addresses();
    const written = { stdout: '', stderr: '' };
    const exitCode = await runOps(['replay', verb, '--model', model, ...more], {
      env: { PHOENIX_ENV: 'test', NATS_URL: natsUrl, NATS_NKEY_SEED_FILE: natsSeedFiles.ops },
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
    });
    return { exitCode, ...written };
  }

  /** Waits until the newest replay is in that state, whoever dies meanwhile. */
  reached(state: ReplayRun['state'], withinMs: number): Promise<ReplayRun> {
    const ask = () => this.ops.request(listReplays, { model, limit: 1 }, newCaller());
    return eventually(
      () =>
        ask()
          .then(({ replays }) => replays[0])
          .catch(() => undefined),
      (run) => run?.state === state,
      withinMs,
    ) as Promise<ReplayRun>;
  }

  /** Waits until every live build has taken every event. */
  async caughtUp(withinMs: number): Promise<void> {
    const ask = () => this.ops.request(getReadModels, {}, newCaller());
    await eventually(
      () => ask().catch(() => undefined),
      (told) => told?.models.every(({ checkpoint, lag }) => checkpoint > 0 && lag === 0) ?? false,
      withinMs,
    );
  }

  /** Kills the projector so many milliseconds after it answers. */
  async killProjector(afterMs: number): Promise<void> {
    const ask = () => this.ops.request(listReplays, { model, limit: 1 }, newCaller());
    await eventually(() => ask().catch(() => undefined), Boolean, 60_000);
    await pause(afterMs);
    const { services } = await this.stack.addresses();
    process.kill(services.projector![0]!.pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
    await this.stack.stop();
  }
}
