import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Readiness, Ready } from '#libs/telemetry';
import type { ReadModel } from '../read-models/read-model.js';
import type { StreamKeeper } from '../stream/stream-keeper.js';
import { ModelWriter, type WriterOptions } from './model-writer.js';
import { projectorMetrics } from './projector-metrics.js';

/** The writers of all read models, from the service's start to its end. */
export class ModelWriters implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly all: readonly ModelWriter[];

  constructor(
    models: readonly ReadModel[],
    options: WriterOptions,
    private readonly keeper: StreamKeeper,
    readiness: Readiness,
  ) {
    this.all = models.map((model) => new ModelWriter(model, options));
    readiness.register('read models', () => this.check());
  }

  onApplicationBootstrap(): void {
    this.keeper.onLook((streamEnd) => this.measure(streamEnd));
    for (const writer of this.all) writer.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.all.map((writer) => writer.stop()));
  }

  private measure(streamEnd: number): void {
    for (const { model, sequence } of this.all) {
      if (sequence === undefined) continue;
      projectorMetrics.lag.set({ model: model.name }, Math.max(0, streamEnd - sequence));
    }
  }

  private check(): Ready {
    const reasons = this.all
      .filter(({ status }) => status.state === 'paused' || status.state === 'stopped')
      .map(({ model, status }) => `${model.name} is ${status.state}: ${status.reason}`);
    return reasons.length === 0 ? { ready: true } : { ready: false, reason: reasons.join(' ') };
  }
}
