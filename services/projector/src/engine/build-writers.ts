import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Readiness, Ready } from '#libs/telemetry';
import { dropDiscarded } from '../builds/drop-discarded.js';
import { loadBuilds, type BuildRow } from '../builds/load-builds.js';
import { makeFirstBuilds } from '../builds/make-build.js';
import type { ReadModel } from '../read-models/read-model.js';
import { rest } from '../rest.js';
import type { StreamKeeper } from '../stream/stream-keeper.js';
import { BuildWriter, type WriterOptions } from './build-writer.js';
import { figuresOf, projectorMetrics } from './projector-metrics.js';
import { StreamEnds } from './stream-ends.js';

const lookEveryMs = 500;

/** The writers of all builds that are not discarded, from the service's start to its end. */
export class BuildWriters implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly writers = new Map<string, BuildWriter>();
  private readonly ends = new StreamEnds();
  private readonly leaving = new Set<Promise<void>>();
  private unwritable: readonly BuildRow[] = [];
  private first = true;
  private looking: Promise<void> = Promise.resolve();
  private running: Promise<void> | undefined;
  private fault: string | null = 'The builds have not been looked at yet.';

  constructor(
    readonly definitions: readonly ReadModel[],
    private readonly options: WriterOptions,
    private readonly keeper: StreamKeeper,
    readiness: Readiness,
  ) {
    readiness.register('read models', () => this.check());
  }

  get all(): readonly BuildWriter[] {
    return [...this.writers.values()];
  }

  onApplicationBootstrap(): void {
    this.keeper.onLook((streamEnd) => this.measure(streamEnd));
    this.running ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all([...this.leaving, ...this.all.map((writer) => writer.stop())]);
  }

  /** Looks at the builds now, for whoever has just changed something about them. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookOnce());
    return this.looking;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look();
      await rest(lookEveryMs, signal);
    }
  }

  private async lookOnce(): Promise<void> {
    const { dataSource } = this.options;
    if (this.stopping.signal.aborted) return;
    try {
      if (this.first) await makeFirstBuilds(dataSource, this.definitions);
      this.first = false;
      this.follow(await loadBuilds(dataSource));
      await dropDiscarded(dataSource);
      this.fault = null;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.fault = `The builds cannot be looked at: ${why.replace(/\.$/, '')}. It is tried again by itself.`;
    }
  }

  private follow(rows: readonly BuildRow[]): void {
    const wanted = new Set(rows.map(keyOf));
    const gone = [...this.writers].filter(([key]) => !wanted.has(key));
    for (const [key, writer] of gone) {
      this.writers.delete(key);
      // Not awaited: one that makes an index finishes it first.
      const left = writer.stop().finally(() => this.leaving.delete(left));
      this.leaving.add(left);
    }
    this.unwritable = rows.filter((row) => !this.definitionOf(row));
    for (const row of rows) {
      const writer = this.writers.get(keyOf(row));
      if (writer) writer.heed(row);
      else this.begin(row);
    }
  }

  private begin(row: BuildRow): void {
    const definition = this.definitionOf(row);
    if (!definition) return;
    const { model, number } = row;
    const writer = new BuildWriter({ model, number, definition }, row, this.options);
    this.writers.set(keyOf(row), writer);
    writer.start();
  }

  private definitionOf({ model, definitionVersion }: BuildRow): ReadModel | undefined {
    return this.definitions.find(
      ({ name, version }) => name === model && version === definitionVersion,
    );
  }

  /** False for a model that came with a newer projector, which runs beside this one and writes it (R6). */
  private answersFor({ model }: BuildRow): boolean {
    return this.definitions.some(({ name }) => name === model);
  }

  private measure(streamEnd: number): void {
    const nowMs = performance.now();
    this.ends.add(streamEnd, nowMs);
    let last = streamEnd;
    for (const { build, row, sequence } of this.all) {
      if (sequence === undefined) continue;
      last = Math.min(last, sequence);
      const figures = figuresOf(build, row.role);
      projectorMetrics.lag.set(figures, Math.max(0, streamEnd - sequence));
      projectorMetrics.lagSeconds.set(figures, this.ends.secondsBehind(sequence, nowMs));
    }
    this.ends.forgetUpTo(last);
  }

  /** A build that nobody reads keeps nobody from being ready, nor one that the operator has paused. */
  private check(): Ready {
    const live = ({ role, pause }: BuildRow) => role === 'live' && pause === null;
    const reasons = [
      ...(this.fault ? [this.fault] : []),
      ...this.all
        .filter(({ row, status }) => live(row) && /^(paused|stopped)$/.test(status.state))
        .map(({ build, status }) => `${build.model} is ${status.state}: ${status.reason}`),
      ...this.unwritable
        .filter((row) => live(row) && this.answersFor(row))
        .map((row) => `${row.model} is stopped: ${withoutCode(row)}`),
    ];
    if (reasons.length > 0) return { ready: false, reason: reasons.join(' ') };
    const paused = this.all.filter(({ row }) => row.pause !== null).map(pausedInWords);
    return paused.length > 0 ? { ready: true, reason: paused.join(' ') } : { ready: true };
  }
}

/** Without who and why: anybody may read what readiness says. */
function pausedInWords({ row: { model, pause } }: BuildWriter): string {
  return `${model} is paused by its operator since ${pause!.since}.`;
}

/** Why nobody in this process writes the build. */
export function withoutCode({ number, definitionVersion }: BuildRow): string {
  return `Build ${number} is of version ${definitionVersion} of its definition, which this projector does not have. Start a projector that has it, or replay into a new build.`;
}

function keyOf({ model, number }: BuildRow): string {
  return `${model} ${number}`;
}
