import type { ReplyOf, getLetter } from '#libs/contracts';
import type { EntityManager } from '#libs/persistence';
import { letterNotFound } from './lock-letter.js';

export type LetterRead = Omit<ReplyOf<typeof getLetter>, 'versions'>;

/** What every answer says of a version. */
export const letterColumns = `letter_id AS "letterId", kind, version, words, characters, engine,
  engine_version AS "engineVersion", entry_id AS "entryId", written_at AS "writtenAt"`;

interface Read extends Omit<LetterRead, 'writtenAt'> {
  readonly writtenAt: Date;
}

/** A letter of this user as it is now, or in an earlier version. Refusal: `DOCUMENT_NOT_FOUND`. */
export async function readLetter(
  tx: EntityManager,
  { userId, letterId, version }: { userId: string; letterId: string; version?: number | undefined },
): Promise<LetterRead> {
  const [read]: Read[] = await tx.query(
    `SELECT ${letterColumns}, text FROM readable_versions
     WHERE user_id = $1 AND letter_id = $2 AND ($3::int IS NULL OR version = $3)
     ORDER BY version DESC LIMIT 1`,
    [userId, letterId, version ?? null],
  );
  if (!read) throw letterNotFound(letterId);
  return { ...read, writtenAt: read.writtenAt.toISOString() };
}
