import { runTimeRole, type StoringService } from './roles.js';

/**
 * SQL for a migration: from now on the rows of this table are never deleted and never changed (R15), neither by the
 * run-time role nor, by a trigger, by its owner. With `columns`, only these are fixed and the others may change.
 */
export function appendOnly(
  service: StoringService,
  table: string,
  columns?: readonly string[],
): string {
  const update = columns ? `UPDATE OF ${columns.join(', ')}` : 'UPDATE';
  // For each statement: it costs the rows nothing, and answers even when none would match.
  return `
    REVOKE UPDATE, DELETE, TRUNCATE ON ${service}.${table} FROM ${runTimeRole(service)};
    CREATE OR REPLACE FUNCTION ${service}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '%.% is append-only: % is refused.', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation', HINT = 'Add a row that corrects the earlier one.';
    END $$;
    CREATE OR REPLACE TRIGGER ${table}_append_only
      BEFORE ${update} OR DELETE OR TRUNCATE ON ${service}.${table}
      FOR EACH STATEMENT EXECUTE FUNCTION ${service}.refuse_change();
  `;
}
