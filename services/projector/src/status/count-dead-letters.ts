import type { DataSource } from '#libs/persistence';
import { waitingLetters } from '../queries/waiting-letters.js';

export interface DeadLetterCount {
  readonly model: string;
  readonly build: number;
  readonly letters: number;
}

/** How many events each build keeps aside; those that keep none are not there. */
export function countDeadLetters(dataSource: DataSource): Promise<DeadLetterCount[]> {
  return dataSource.query(
    `SELECT model, table_version AS build, count(*)::int AS letters FROM ${waitingLetters} letters
     GROUP BY model, table_version ORDER BY model, table_version`,
  );
}
