import { Injectable } from '@nestjs/common';
import { EventStream } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { gauge, Measurements } from '#libs/telemetry';
import { BuildWriters } from '../engine/build-writers.js';
import { figuresOf } from '../engine/projector-metrics.js';
import { waitingLetters } from '../queries/waiting-letters.js';
import { listRuns } from '../replay/list-runs.js';

const metrics = {
  lastSequence: gauge('phoenix_stream_last_sequence', 'The last sequence of the event stream'),
  bytes: gauge('phoenix_stream_size_bytes', 'What the event stream holds'),
  limit: gauge(
    'phoenix_stream_limit_bytes',
    'What the event stream may hold; nothing is published beyond it',
  ),
  running: gauge(
    'phoenix_projector_model_running',
    'Whether a build that this process writes goes on: 1 when it does, 0 when it is paused or has stopped',
    ['model'],
  ),
  letters: gauge(
    'phoenix_projector_dead_letters',
    'Events that the build of a read model that is read keeps aside',
    ['model'],
  ),
  replays: gauge('phoenix_replay_open_replays', 'Replays that have not ended, by their state', [
    'state',
  ]),
};

/** The figures that the projector looks up when somebody reads the metrics. */
@Injectable()
export class ProjectorMeasurements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
    measurements: Measurements,
  ) {
    measurements.register('stream', () => this.measureStream());
    measurements.register('read models', () => this.measureModels());
    measurements.register('dead letters', () => this.measureLetters());
    measurements.register('replays', () => this.measureReplays());
  }

  private async measureStream(): Promise<void> {
    const [position, fill] = await Promise.all([this.stream.position(), this.stream.figures()]);
    if (!position || !fill) throw new Error('The event stream is missing.');
    metrics.lastSequence.set(position.lastSequence);
    metrics.bytes.set(fill.bytes);
    metrics.limit.set(fill.maxBytes);
  }

  /** A replica that stands by has nothing to tell. */
  private async measureModels(): Promise<void> {
    metrics.running.reset();
    for (const { build, row, status } of this.writers.all) {
      if (status.state === 'standby') continue;
      metrics.running.set(figuresOf(build, row.role), status.state === 'running' ? 1 : 0);
    }
  }

  private async measureLetters(): Promise<void> {
    const rows: { model: string; letters: number }[] = await this.dataSource.query(
      `SELECT model, (SELECT count(*)::int FROM ${waitingLetters} d
                      WHERE (d.model, d.table_version) = (p.model, p.table_version)) AS letters
       FROM read_model_pointers p`,
    );
    for (const { model, letters } of rows) metrics.letters.set({ model }, letters);
  }

  private async measureReplays(): Promise<void> {
    const runs = await listRuns(this.dataSource, { limit: 100 }, 0);
    metrics.replays.reset();
    for (const { state, paused, stopped, endedAt } of runs) {
      if (endedAt !== null) continue;
      metrics.replays.inc({ state: stopped ? 'stopped' : paused ? 'paused' : state });
    }
  }
}
