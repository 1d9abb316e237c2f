import { sqlState } from '#libs/persistence';

/** What Postgres says against the data of a statement (22xxx, 23xxx, 54xxx: too deep or too long); undefined for every other error. */
export function dataFault(error: unknown): string | undefined {
  const state = sqlState(error);
  if (!state || !/^(22|23|54)/.test(state)) return undefined;
  return `Postgres does not take its rows: ${error instanceof Error ? error.message : state}`;
}
