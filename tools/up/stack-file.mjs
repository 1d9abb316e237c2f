import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../stack/keys.mjs';
import { isAlive, startOf } from '../stack/process-identity.mjs';

/**
 * The addresses of a running stack, for `npm run phoenix` and tests; only its owner reads them.
 * @typedef {{
 *   home: string, websiteUrl: string,
 *   natsUrl: string, natsMonitorUrl?: string, natsPid?: number, natsSeedFiles: Record<string, string>,
 *   databaseUrl: string, postgresPid?: number,
 *   signingKeyFile: string,
 *   services: Record<string, { name: string, pid?: number, port: number, url: string }[]>,
 *   databases: Record<string, { databaseUrl: string, databaseOwnerUrl: string }>,
 *   dataFolders: Record<string, string | undefined>,
 * }} Addresses
 * @typedef {Addresses & { pid: number, startedAt: string }} Stack
 */

const fileIn = (/** @type {string} */ home) => join(home, 'stack.json');

/**
 * Writes where everything is, and again whenever a process was started anew.
 * @param {string} home
 * @param {() => Addresses} addresses
 */
export function keepStackFile(home, addresses) {
  let turn = Promise.resolve();
  let removed = false;
  return {
    async write() {
      // A supervisor knows the new process' id only after it was told of the start.
      await new Promise((resolve) => setImmediate(resolve));
      const stack = { pid: process.pid, startedAt: startOf(process.pid), ...addresses() };
      turn = turn.then(() => (removed ? undefined : writeWhole(fileIn(home), stack)));
      await turn;
      return stack;
    },
    async remove() {
      removed = true;
      await turn;
      await rm(fileIn(home), { force: true });
    },
  };
}

/** The stack that runs on `home`, or undefined when none does. @returns {Promise<Stack | undefined>} */
export async function readStackFile(/** @type {string} */ home) {
  const text = await readFile(fileIn(home), 'utf8').catch(() => undefined);
  /** @type {Stack | undefined} */
  const stack = text === undefined ? undefined : JSON.parse(text);
  return stack && isAlive(stack.pid) && startOf(stack.pid) === stack.startedAt ? stack : undefined;
}
