import { Controller, Inject } from '@nestjs/common';
import { dropDeadLetter, refuse, type RequestOf } from '#libs/contracts';
import { Handles, LOG } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import type { Log } from '#libs/telemetry';

interface Kept {
  readonly epoch: string;
  readonly reason: string;
}

@Controller()
export class DropDeadLetterHandler {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Handles(dropDeadLetter)
  async handle({ sequence, by, reason }: RequestOf<typeof dropDeadLetter>) {
    const [kept]: Kept[] = await this.dataSource.query(
      `SELECT epoch, reason FROM dead_letters JOIN read_model_pointers USING (model, table_version)
       WHERE sequence = $1 LIMIT 1`,
      [sequence],
    );
    if (!kept) {
      const sentence = `No read model keeps anything aside at ${sequence}: \`dead-letters list\` shows what is kept.`;
      return refuse('DEAD_LETTER_NOT_FOUND', sentence, { sequence });
    }
    if (kept.reason !== 'UNREADABLE') {
      const sentence = `What stands at ${sequence} is an event: a read model without it were not what the stream tells. Mend what cannot take it, then \`dead-letters retry\`.`;
      return refuse('EVENT_NOT_DROPPABLE', sentence, { sequence });
    }
    const [dropped]: { by: string; reason: string; at: Date }[] = await this.dataSource.query(
      `INSERT INTO dropped_messages AS known (epoch, sequence, dropped_by, reason) VALUES ($1, $2, $3, $4)
       ON CONFLICT (epoch, sequence) DO UPDATE SET sequence = known.sequence
       RETURNING dropped_by AS by, reason, at`,
      [kept.epoch, sequence, by, reason],
    );
    this.log.info({ sequence, by: dropped!.by }, `message ${sequence} is put away by its operator`);
    return { sequence, dropped: { ...dropped!, at: dropped!.at.toISOString() } };
  }
}
