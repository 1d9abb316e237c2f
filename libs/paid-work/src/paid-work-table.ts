import { runTimeRole, type StoringService } from '#libs/persistence';

/**
 * SQL for a migration: one row for each paid request (user, key). `started`: claimed, perhaps paid. `refused`: nothing
 * was taken, the key is free for another body. `delivered`: the reply is kept for ever and sent again as it was.
 */
export function paidWorkTable(service: StoringService): string {
  return `
    CREATE TABLE ${service}.paid_work (
      user_id uuid NOT NULL,
      key uuid NOT NULL,
      fingerprint text NOT NULL,
      state text NOT NULL CHECK (state IN ('started', 'refused', 'delivered')),
      reply text,
      started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      delivered_at timestamptz,
      PRIMARY KEY (user_id, key),
      CHECK ((state = 'delivered') = (reply IS NOT NULL))
    );
    GRANT UPDATE ON ${service}.paid_work TO ${runTimeRole(service)};
  `;
}
