import type { getProjectorStatus, ReplyOf } from '#libs/contracts';
import type { DataSource } from '#libs/persistence';

export type BooksRound = NonNullable<ReplyOf<typeof getProjectorStatus>['books']>;

interface Row extends Omit<BooksRound, 'comparedAt' | 'first'> {
  readonly comparedAt: Date;
  readonly firstUser: string | null;
  readonly firstReason: string | null;
}

/** How the books were found the last time, by whichever replica; null before that. */
export async function readBooksRound(dataSource: DataSource): Promise<BooksRound | null> {
  const [row]: Row[] = await dataSource.query(
    `SELECT compared_at AS "comparedAt", compared, unsettled, cardinality(differing) AS differences,
            differing[1] AS "firstUser", first_reason AS "firstReason"
     FROM books`,
  );
  if (!row) return null;
  const { comparedAt, firstUser, firstReason, ...counts } = row;
  return {
    ...counts,
    comparedAt: comparedAt.toISOString(),
    first: firstUser === null ? null : { userId: firstUser, reason: firstReason! },
  };
}

/** Who differed the last time: they are compared until they agree, whoever compares. */
export async function readDiffering(dataSource: DataSource): Promise<string[]> {
  const [row]: { differing: string[] }[] = await dataSource.query('SELECT differing FROM books');
  return row?.differing ?? [];
}

export async function writeBooksRound(
  dataSource: DataSource,
  compared: number,
  unsettled: number,
  differences: readonly { userId: string; reason: string }[],
): Promise<void> {
  await dataSource.query(
    `INSERT INTO books (compared_at, compared, unsettled, differing, first_reason)
     VALUES (clock_timestamp(), $1, $2, $3, $4)
     ON CONFLICT (singleton) DO UPDATE
       SET compared_at = excluded.compared_at, compared = excluded.compared, unsettled = excluded.unsettled,
           differing = excluded.differing, first_reason = excluded.first_reason`,
    [compared, unsettled, differences.map(({ userId }) => userId), differences[0]?.reason ?? null],
  );
}
