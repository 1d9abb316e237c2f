import type { QueryRunner } from 'typeorm';
import type { Migration, StoringService } from '#libs/persistence';

/**
 * The migration by which a service's paid requests can be work under a hold (R32). `started` with a lease: somebody
 * does it, and when the lease is over, nobody does. `capture-due`: the document is stored and not paid yet.
 * `delivered`: paid, or given free. `withdrawn`: its document was deleted, and the stored reply with it.
 */
export function heldWorkColumns(service: StoringService): Migration {
  return class HeldWork1765000000000 {
    readonly name = 'HeldWork1765000000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        ALTER TABLE ${service}.paid_work
          ADD action text,
          ADD attempt int NOT NULL DEFAULT 1 CHECK (attempt > 0),
          ADD lease uuid,
          ADD lease_until timestamptz,
          ADD hold_until timestamptz,
          ADD hold_id uuid,
          ADD give_back text,
          ADD document text,
          ADD document_id uuid,
          ADD entry_id uuid,
          ADD correlation_id text,
          ADD traceparent text,
          DROP CONSTRAINT paid_work_state_check,
          ADD CONSTRAINT paid_work_state_check
            CHECK (state IN ('started', 'refused', 'capture-due', 'delivered', 'withdrawn')),
          ADD CONSTRAINT paid_work_document_check
            CHECK ((state = 'capture-due') = (document IS NOT NULL));
        CREATE INDEX paid_work_left_over ON ${service}.paid_work (lease_until)
          WHERE lease_until IS NOT NULL;
        CREATE INDEX paid_work_document ON ${service}.paid_work (document_id)
          WHERE document_id IS NOT NULL;
      `);
    }

    async down(): Promise<void> {
      throw new Error('Paid work is not taken back: restore a backup instead.');
    }
  };
}
