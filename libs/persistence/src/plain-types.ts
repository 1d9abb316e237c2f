import { types } from 'pg';

const bigint = 20;
const timestamptz = 1184;

/** How the answers of Postgres are read: instants as ISO 8601 with milliseconds, bigint as a number. */
export function typeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === bigint) return Number;
  if (oid === timestamptz) return instantOf;
  return types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown;
}

/** `2026-11-22 12:00:00.5+00`, as a session in UTC writes it, is `2026-11-22T12:00:00.500Z`; finite instants only. */
export function instantOf(text: string): string {
  const milliseconds = text.slice(19, -3).slice(1, 4).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}
