/** SQL for a time as ISO 8601 in UTC with milliseconds, as everywhere outside Postgres. */
export function instant(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
