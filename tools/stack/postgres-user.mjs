import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {{ uid: number, gid: number }} Account */

/** Who runs Postgres: it refuses to run as root, so root hands it to `nobody`; anybody else runs it as himself. */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Whether that account can pass through every folder on the way to `path` and enter or run it. */
export function canReach(/** @type {Account | undefined} */ account, /** @type {string} */ path) {
  if (!account) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    ...account,
    cwd: '/',
  });
  return status === 0;
}
