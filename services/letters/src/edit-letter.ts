import { Controller } from '@nestjs/common';
import { editLetter, letterEdited, refuse, type RequestOf } from '#libs/contracts';
import { hasWords } from '#libs/french-text';
import { Handles, type Call } from '#libs/messaging';
import { DataSource, transaction } from '#libs/persistence';
import { lockLetter } from './documents/lock-letter.js';
import { readLetter } from './documents/read-letter.js';
import { recordLetterEvent } from './documents/record-letter-event.js';
import { writeVersion } from './documents/write-version.js';

/** A user's own words: a new version, unless somebody was faster. */
@Controller()
export class EditLetterHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(editLetter)
  async handle({ letterId, expectedVersion, text }: RequestOf<typeof editLetter>, call: Call) {
    if (!hasWords(text))
      return refuse('TEXT_WITHOUT_WORDS', 'There is no word in this text.', { field: 'text' });
    return transaction(this.dataSource, async (tx) => {
      const { userId } = call;
      await lockLetter(tx, userId, letterId);
      const { kind, version } = await readLetter(tx, { userId, letterId });
      if (version !== expectedVersion) {
        const sentence = `This letter is at version ${version}, not ${expectedVersion}.`;
        const details = { documentId: letterId, expectedVersion, version };
        return refuse('DOCUMENT_CHANGED', sentence, details);
      }
      const written = await writeVersion(tx, { userId, letterId, kind, text, paid: null });
      await recordLetterEvent(tx, call, letterEdited, written);
      const { text: _text, ...facts } = await readLetter(tx, { userId, letterId });
      return facts;
    });
  }
}
