import { Controller } from '@nestjs/common';
import { listLetters, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { letterColumns, type LetterRead } from './documents/read-letter.js';
import { letterNotFound } from './documents/lock-letter.js';

const beginningLength = 200;

type Listed = Omit<LetterRead, 'text' | 'writtenAt'> & {
  readonly writtenAt: Date;
  readonly beginning: string;
};

@Controller()
export class ListLettersHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listLetters)
  async handle({ after, limit }: RequestOf<typeof listLetters>, { userId }: Call) {
    // A letter that was deleted meanwhile still says where its page ended.
    if (after && !(await this.isOf(userId, after))) throw letterNotFound(after);
    const rows: Listed[] = await this.dataSource.query(
      `SELECT ${letterColumns}, left(text, ${beginningLength}) AS beginning
       FROM (
         SELECT DISTINCT ON (begun_at, letter_id) * FROM readable_versions
         WHERE user_id = $1
           AND ($2::uuid IS NULL
                OR (begun_at, letter_id) < (SELECT begun_at, id FROM letters WHERE id = $2))
         ORDER BY begun_at DESC, letter_id DESC, version DESC
       ) AS newest LIMIT $3`,
      [userId, after ?? null, limit + 1],
    );
    const letters = rows.slice(0, limit).map((row) => {
      return { ...row, writtenAt: row.writtenAt.toISOString() };
    });
    const next = rows.length > limit ? letters.at(-1)!.letterId : null;
    return { letters, next };
  }

  private async isOf(userId: string, letterId: string): Promise<boolean> {
    const found: unknown[] = await this.dataSource.query(
      'SELECT FROM letters WHERE id = $1 AND user_id = $2',
      [letterId, userId],
    );
    return found.length > 0;
  }
}
