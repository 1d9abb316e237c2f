import { PhoenixError } from '#libs/contracts';
import type { EntityManager } from '#libs/persistence';

/** Locks a letter of this user until the transaction ends. Refusal: `DOCUMENT_NOT_FOUND`, also for another user's. */
export async function lockLetter(
  tx: EntityManager,
  userId: string,
  letterId: string,
): Promise<void> {
  const found: unknown[] = await tx.query(
    `SELECT FROM letters WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL FOR UPDATE`,
    [letterId, userId],
  );
  if (found.length === 0) throw letterNotFound(letterId);
}

export function letterNotFound(documentId: string): PhoenixError<'DOCUMENT_NOT_FOUND'> {
  return new PhoenixError('DOCUMENT_NOT_FOUND', 'There is no such letter of this user.', {
    documentId,
  });
}
