import { Controller } from '@nestjs/common';
import { listDeadLetters, Refusal, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';
import { letterColumns, letterOf, type KeptLetter } from './letter-row.js';
import { placeOf } from './model-place.js';
import { pageOf, startOf } from './page.js';
import { waitingLetters } from './waiting-letters.js';

@Controller()
export class ListDeadLettersHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(listDeadLetters)
  async handle({ model, user, after, limit }: RequestOf<typeof listDeadLetters>) {
    const definition = newestDefinition(this.writers.definitions, model);
    if (!definition) return noSuchModel(model);
    const { epoch, tableVersion } = await placeOf(this.dataSource, definition);
    const start = startOf(after, epoch);
    if (start instanceof Refusal) return start;
    const rows: KeptLetter[] = await this.dataSource.query(
      `SELECT ${letterColumns} FROM ${waitingLetters} letter
       WHERE model = $1 AND table_version = $2 AND sequence > $3
         AND ($4::uuid IS NULL OR subject_user_id = $4)
       ORDER BY sequence LIMIT $5`,
      [model, tableVersion, start ?? 0, user ?? null, limit + 1],
    );
    const { items: letters, next } = pageOf(rows.map(letterOf), limit, epoch);
    return { letters, next };
  }
}
