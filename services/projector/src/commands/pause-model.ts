import { Controller, Inject } from '@nestjs/common';
import { pauseModel, type RequestOf } from '#libs/contracts';
import { Handles, LOG } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';

@Controller()
export class PauseModelHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Handles(pauseModel)
  async handle({ model, by, reason }: RequestOf<typeof pauseModel>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const [pause]: { by: string; reason: string; since: Date }[] = await this.dataSource.query(
      `INSERT INTO model_pauses AS known (model, paused_by, reason) VALUES ($1, $2, $3)
       ON CONFLICT (model) DO UPDATE SET model = known.model
       RETURNING paused_by AS by, reason, since`,
      [model, by, reason],
    );
    this.log.info({ model, by: pause!.by }, `read model ${model} is paused by its operator`);
    await this.writers.look();
    return { model, pause: { ...pause!, since: pause!.since.toISOString() } };
  }
}
