import { stripVTControlCharacters } from 'node:util';
import { spawnBound } from './bound-process.mjs';

/**
 * Runs a command to its end in silence; when it fails, the error carries the end of what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { input?: string }} options
 */
export async function runQuietly(command, args, options) {
  /** @type {string[]} */
  const said = [];
  const { exited } = spawnBound(command, args, options, (line) =>
    said.push(stripVTControlCharacters(line)),
  );
  const { code, signal } = await exited;
  if (code === 0) return;
  throw new Error(
    `\`${[command, ...args].join(' ')}\` ended with ${code ?? signal ?? 'no start'}:\n${said.slice(-30).join('\n')}`,
  );
}
