import { Controller } from '@nestjs/common';
import { resumeModel, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';

@Controller()
export class ResumeModelHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(resumeModel)
  async handle({ model }: RequestOf<typeof resumeModel>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const [, count]: [object[], number] = await this.dataSource.query(
      'DELETE FROM model_pauses WHERE model = $1',
      [model],
    );
    await this.writers.look();
    return { model, wasPaused: count > 0 };
  }
}
