import { listReplays, type ReplayRun } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { runOps } from '../../../services/ops/src/run-ops.js';
import type { ReadModel } from '../../../services/projector/src/read-models/read-model.js';
import { TestProjector } from '../projector/test-projector.js';

/** A projector with some read models, and the operator who replays them. */
export class TestReplay {
  private constructor(readonly projector: TestProjector) {}

  /** Without replicas, the test starts its projectors itself. */
  static async start(definitions?: readonly ReadModel[], replicas = 1): Promise<TestReplay> {
    return new TestReplay(await TestProjector.start(replicas, definitions));
  }

  /** One command line of the operator, to its end. */
  async phoenix(...argv: string[]) {
    const { broker } = this.projector.stack;
    const written = { stdout: '', stderr: '' };
    const exitCode = await runOps(argv, {
      env: {
        PHOENIX_ENV: 'test',
        NATS_URL: broker.url,
        NATS_NKEY_SEED_FILE: broker.seedFile('ops'),
      },
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
    });
    return { exitCode, ...written };
  }

  /** `replay <verb>` for the energy history. */
  replay(verb: string, ...more: string[]) {
    return this.phoenix('replay', verb, '--model', 'energy-history', ...more);
  }

  async newest(): Promise<ReplayRun> {
    const request = { model: 'energy-history', limit: 1 };
    const { replays } = await this.projector.ops.request(listReplays, request, newCaller());
    return replays[0]!;
  }

  /** Waits until the newest replay is like that. */
  until(so: (run: ReplayRun) => boolean): Promise<ReplayRun> {
    return eventually(
      () => this.newest().catch(() => undefined),
      (run) => run !== undefined && so(run),
      30_000,
    ) as Promise<ReplayRun>;
  }

  eventually(holds: () => Promise<boolean>): Promise<boolean> {
    return eventually(holds, Boolean);
  }

  /** Every row of both tables of a build of the energy history. */
  async content(build: number) {
    const [lines, balances] = await Promise.all(
      [`energy_history_v${build}`, `energy_balances_v${build}`].map((table) =>
        this.projector.rows(`SELECT * FROM projector.${table} t ORDER BY t::text`),
      ),
    );
    return { lines, balances };
  }

  async tables(): Promise<string[]> {
    const rows = await this.projector.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'projector' AND tablename ~ '^energy_(history|balances)_' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** The definition of every constraint and index of a build, without the number of the build. */
  async indexes(build: number): Promise<string[]> {
    const rows = await this.projector.rows<{ index: string }>(
      `SELECT indexdef AS index FROM pg_indexes WHERE schemaname = 'projector' AND tablename LIKE $1 ORDER BY 1`,
      [`energy%\\_v${build}`],
    );
    return rows.map(({ index }) => index.replaceAll(`_v${build}`, '')).sort();
  }
}
