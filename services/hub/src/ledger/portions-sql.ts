import { instant } from '../energy/instant-sql.js';

/** SQL for the points that a row of `table` took from grants, each with its grant's dates. */
export function portionsOf(table: 'holds' | 'entries'): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('grantId', part.id, 'amount', part.amount,
      'expiresAt', ${instant('origin.expires_at')}, 'grantedAt', ${instant('origin.granted_at')})
      ORDER BY part.position), '[]')
    FROM ROWS FROM (jsonb_to_recordset(${table}.grants) AS ("grantId" uuid, amount int))
      WITH ORDINALITY AS part (id, amount, position)
    JOIN grants AS origin ON origin.id = part.id)`;
}
