import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAllBound } from '../stack/bound-process.mjs';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** A folder of this run's own, which the account that runs Postgres can pass through; gone when the run is. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'phoenix-test-'));
  await chmod(path, 0o755);
  const remove = () => rmSync(path, { recursive: true, force: true });
  const interrupted = () => {
    killAllBound();
    remove();
    process.exit(130);
  };
  for (const signal of signals) process.once(signal, interrupted);
  return {
    path,
    remove,
    /** From now on somebody else decides what an interruption means. */
    leaveSignals: () => signals.forEach((signal) => process.off(signal, interrupted)),
  };
}
