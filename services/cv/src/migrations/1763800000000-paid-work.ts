import type { MigrationInterface, QueryRunner } from 'typeorm';
import { paidWorkTable } from '#libs/paid-work';
import { outboxTables } from '#libs/persistence';

/** Paid requests with their stored replies, and the events that tell of them. */
export class PaidWork1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('cv'));
    await runner.query(paidWorkTable('cv'));
  }

  async down(): Promise<void> {
    throw new Error('Paid work is not taken back: restore a backup instead.');
  }
}
