import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getReadModels, listEnergyHistory, listReplays, type ReplayRun } from '#libs/contracts';
import { Connection, EventStream, MessageClient, newCaller, TokenSigner } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { eventually, StackProcess } from '#libs/testing';
import { runOps } from '../../services/ops/src/run-ops.js';
import { life } from '../integration/projector/told-events.js';
import { readFault } from '../integration/replay/read-fault.js';

const log = createLog({ service: 'chaos', instance: 'chaos', level: 'silent', format: 'json' });
const model = 'energy-history';
const consumptions = 18;

/** A whole stack whose stream has a history that nobody's ledger knows, and the operator who replays it. */
export class ReplayedStack {
  readonly users: string[] = [];
  private connections: Connection[] = [];

  private constructor(
    readonly stack: StackProcess,
    private readonly stream: EventStream,
    private readonly ops: MessageClient,
    private readonly website: MessageClient,
    private readonly signer: TokenSigner,
  ) {}

  static async start(env: NodeJS.ProcessEnv): Promise<ReplayedStack> {
    const stack = await StackProcess.start([], env);
    const { natsUrl, natsSeedFiles, signingKeyFile } = await stack.addresses();
    const open = (caller: 'hub' | 'ops' | 'website') =>
      Connection.open({
        servers: [natsUrl],
        caller,
        name: 'chaos',
        seedFile: natsSeedFiles[caller]!,
        log,
      });
    const [hub, ops, website] = await Promise.all([open('hub'), open('ops'), open('website')]);
    const replayed = new ReplayedStack(
      stack,
      await EventStream.open(hub),
      new MessageClient(ops, 'ops'),
      new MessageClient(website, 'website'),
      await TokenSigner.fromFile(signingKeyFile),
    );
    replayed.connections = [hub, ops, website];
    return replayed;
  }

  /** So many events of the hub, in whole lives of users. */
  async tell(events: number): Promise<void> {
    const lives = 25;
    for (let told = 0; told < events; told += lives * (consumptions + 2)) {
      const some = Array.from({ length: lives }, () => randomUUID());
      await this.stream.appendBatch(some.flatMap((userId) => life(userId, consumptions)));
      this.users.push(...some);
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

  /** Reads users' histories one after the other until the signal aborts; answers how many, the slowest, and what was wrong. */
  async read(signal: AbortSignal): Promise<{ reads: number; slowestMs: number; faults: string[] }> {
    const faults: string[] = [];
    const known = new Map<string, number>();
    let [reads, slowestMs] = [0, 0];
    for (; !signal.aborted; reads++) {
      const userId = this.users[Math.floor(Math.random() * this.users.length)]!;
      const caller = newCaller(await this.signer.sign({ userId, staff: false }, 600));
      const before = known.get(userId) ?? 0;
      const request = { limit: 50, atLeastVersion: before };
      const begun = performance.now();
      const answer = await this.website
        .request(listEnergyHistory, request, caller)
        .catch((error: Error) => error);
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      const wrong = answer instanceof Error ? answer.message : readFault(answer, before);
      if (wrong) faults.push(wrong);
      if (!(answer instanceof Error)) known.set(userId, answer.version);
    }
    return { reads, slowestMs, faults };
  }

  /** The last warnings and errors of every process. */
  worries(): string {
    const grave = this.stack.lines.filter((line) =>
      /"level":"(warn|error|fatal)"|"level":[456]0/.test(line),
    );
    return grave.slice(-20).join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
    await this.stack.stop();
  }
}
