import { Controller } from '@nestjs/common';
import { exportLetter, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { readLetter } from './documents/read-letter.js';
import { fileMakers } from './export/file-makers.js';
import { fileName } from './export/file-name.js';
import { setPages } from './export/set-pages.js';

@Controller()
export class ExportLetterHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(exportLetter)
  async handle({ format, ...which }: RequestOf<typeof exportLetter>, { userId }: Call) {
    const letter = await readLetter(this.dataSource.manager, { userId, ...which });
    const { names, ...pages } = setPages(letter);
    const { mediaType, make } = fileMakers[format];
    const bytes = await make(letter.text, pages);
    return {
      ...{ letterId: letter.letterId, version: letter.version, mediaType },
      fileName: fileName(names, pages.writtenAt, format),
      content: Buffer.from(bytes).toString('base64'),
    };
  }
}
