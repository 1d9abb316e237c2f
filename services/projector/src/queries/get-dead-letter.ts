import { Controller } from '@nestjs/common';
import { getDeadLetter, refuse, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';
import { letterColumns, letterOf, type KeptLetter } from './letter-row.js';

@Controller()
export class GetDeadLetterHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(getDeadLetter)
  async handle({ model, sequence }: RequestOf<typeof getDeadLetter>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const [row]: (KeptLetter & { fingerprint: string; data: Buffer })[] =
      await this.dataSource.query(
        `SELECT ${letterColumns}, fingerprint, data FROM dead_letters
         JOIN read_model_pointers USING (model, table_version) WHERE model = $1 AND sequence = $2`,
        [model, sequence],
      );
    if (!row) {
      const sentence = `${model} keeps no event aside at ${sequence}: \`dead-letters list\` shows those that it does.`;
      return refuse('DEAD_LETTER_NOT_FOUND', sentence, { model, sequence });
    }
    const { fingerprint, data, ...kept } = row;
    return { ...letterOf(kept), fingerprint, data: data.toString('utf8') };
  }
}
