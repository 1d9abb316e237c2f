import { spawnSync } from 'node:child_process';

/** The oldest nats-server that publishes a batch atomically (2.12). */
export const oldestNatsVersion = [2, 12];

/** The version that a nats-server binary tells of itself, or undefined when it does not run. */
export function natsVersionOf(/** @type {string} */ binary) {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return /v?(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

/** Whether a version is new enough for atomic batches. */
export function isNewEnough(/** @type {string} */ version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNatsVersion;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
