import { setTimeout as pause } from 'node:timers/promises';
import { failpoint } from '#libs/telemetry';
import type { EntityManager } from '#libs/persistence';

const lookEveryMs = 10;
const longestWaitMs = 2_000;

/**
 * Has this build read from now on, and the one that was read kept up (R25); false, and nothing changed, when it is
 * behind and does not catch up within two seconds. The live build's checkpoint is held meanwhile, so that nobody ever
 * reads less than a moment before; who reads waits for nothing.
 */
export async function pointAt(tx: EntityManager, model: string, build: number): Promise<boolean> {
  const [live]: { build: number; sequence: string }[] = await tx.query(
    `SELECT c.table_version AS build, c.sequence FROM checkpoints c
     JOIN read_model_pointers USING (model, table_version) WHERE model = $1 FOR UPDATE OF c`,
    [model],
  );
  const end = performance.now() + longestWaitMs;
  while ((await sequenceOf(tx, model, build)) < Number(live!.sequence)) {
    if (performance.now() > end) return false;
    await pause(lookEveryMs);
  }
  await tx.query(`UPDATE builds SET state = 'standby' WHERE model = $1 AND build = $2`, [
    model,
    live!.build,
  ]);
  await tx.query(`UPDATE builds SET state = 'live' WHERE model = $1 AND build = $2`, [
    model,
    build,
  ]);
  await tx.query('UPDATE read_model_pointers SET table_version = $2 WHERE model = $1', [
    model,
    build,
  ]);
  await failpoint('replay.in-cutover');
  return true;
}

async function sequenceOf(tx: EntityManager, model: string, build: number): Promise<number> {
  const rows: { sequence: string }[] = await tx.query(
    'SELECT sequence FROM checkpoints WHERE model = $1 AND table_version = $2',
    [model, build],
  );
  return Number(rows[0]?.sequence ?? -1);
}
