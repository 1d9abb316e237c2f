import { randomUUID } from 'node:crypto';
import type { engineNames, letterKinds } from '#libs/contracts';
import { countCharacters, countWords } from '#libs/french-text';
import type { EntityManager } from '#libs/persistence';
import { lockLetter } from './lock-letter.js';

interface PaidBy {
  readonly key: string;
  readonly engine: (typeof engineNames)[number];
  readonly engineVersion: string;
}

export interface NewVersion {
  readonly userId: string;
  /** Without it, a new letter is begun. */
  readonly letterId: string | undefined;
  /** What a new document is. */
  readonly kind: (typeof letterKinds)[number];
  readonly text: string;
  /** The engine that wrote it under a paid request; null when its user did. */
  readonly paid: PaidBy | null;
}

/** Writes the next version of a letter, or the first of a new one. Refusal: `DOCUMENT_NOT_FOUND`. */
export async function writeVersion(tx: EntityManager, { text, ...version }: NewVersion) {
  const { userId, kind, paid } = version;
  const letterId = version.letterId ?? randomUUID();
  if (version.letterId) await lockLetter(tx, userId, letterId);
  else
    await tx.query(`INSERT INTO letters (id, user_id, kind) VALUES ($1, $2, $3)`, [
      letterId,
      userId,
      kind,
    ]);
  const [words, characters] = [countWords(text), countCharacters(text)];
  const engine = paid?.engine ?? 'user';
  const [written]: { version: number }[] = await tx.query(
    `INSERT INTO letter_versions
       (letter_id, version, text, engine, engine_version, words, characters, work_key)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7
     FROM letter_versions WHERE letter_id = $1
     RETURNING version`,
    [letterId, text, engine, paid?.engineVersion ?? null, words, characters, paid?.key ?? null],
  );
  return { letterId, version: written!.version, words, characters };
}
