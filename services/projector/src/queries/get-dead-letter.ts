import { isUtf8 } from 'node:buffer';
import { Controller } from '@nestjs/common';
import { getDeadLetter, refuse, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';
import { letterColumns, letterOf, type KeptLetter } from './letter-row.js';

type Envelope = Record<string, unknown>;

interface Shown extends KeptLetter {
  readonly epoch: string;
  readonly fingerprint: string;
  readonly data: Buffer;
  readonly droppedBy: string | null;
  readonly droppedFor: string | null;
  readonly droppedAt: Date | null;
}

@Controller()
export class GetDeadLetterHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(getDeadLetter)
  async handle({ model, sequence }: RequestOf<typeof getDeadLetter>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const [row]: Shown[] = await this.dataSource.query(
      `SELECT ${letterColumns}, epoch, fingerprint, data, dropped_by AS "droppedBy", dropped.reason AS "droppedFor", at AS "droppedAt"
       FROM dead_letters letter JOIN read_model_pointers USING (model, table_version)
       LEFT JOIN dropped_messages AS dropped USING (epoch, sequence) WHERE model = $1 AND sequence = $2`,
      [model, sequence],
    );
    if (!row) {
      const sentence = `${model} keeps no event aside at ${sequence}: \`dead-letters list\` shows those that it does.`;
      return refuse('DEAD_LETTER_NOT_FOUND', sentence, { model, sequence });
    }
    const { epoch, fingerprint, data, droppedBy, droppedFor, droppedAt, ...kept } = row;
    return {
      ...letterOf(kept),
      ...{ epoch, fingerprint, data: data.toString('utf8') },
      ...(!isUtf8(data) && { dataBase64: data.toString('base64') }),
      ...(droppedAt && {
        dropped: { by: droppedBy!, at: droppedAt.toISOString(), reason: droppedFor! },
      }),
      envelope: kept.envelope === null ? null : (JSON.parse(kept.envelope) as Envelope),
    };
  }
}
