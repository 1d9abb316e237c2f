import { Controller } from '@nestjs/common';
import { deleteLetter, letterDeleted, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { withdrawWork } from '#libs/paid-work';
import { DataSource, transaction } from '#libs/persistence';
import { lockLetter } from './documents/lock-letter.js';
import { recordLetterEvent } from './documents/record-letter-event.js';

/** The text of every version goes for good, and with it the stored replies that hold it. */
@Controller()
export class DeleteLetterHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(deleteLetter)
  handle({ letterId }: RequestOf<typeof deleteLetter>, call: Call) {
    return transaction(this.dataSource, async (tx) => {
      const { userId } = call;
      await lockLetter(tx, userId, letterId);
      const [, versions]: [unknown[], number] = await tx.query(
        'DELETE FROM letter_versions WHERE letter_id = $1',
        [letterId],
      );
      await tx.query('UPDATE letters SET deleted_at = clock_timestamp() WHERE id = $1', [letterId]);
      await recordLetterEvent(tx, call, letterDeleted, { letterId, versions });
      await withdrawWork(tx, userId, letterId);
      return { letterId, versions };
    });
  }
}
