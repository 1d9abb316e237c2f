import { Controller } from '@nestjs/common';
import { getLetter, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { readLetter } from './documents/read-letter.js';

@Controller()
export class GetLetterHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(getLetter)
  async handle({ letterId, version }: RequestOf<typeof getLetter>, { userId }: Call) {
    const { manager } = this.dataSource;
    const letter = await readLetter(manager, { userId, letterId, version });
    const rows: { version: number }[] = await manager.query(
      'SELECT version FROM readable_versions WHERE user_id = $1 AND letter_id = $2 ORDER BY version',
      [userId, letterId],
    );
    return { ...letter, versions: rows.map((row) => row.version) };
  }
}
