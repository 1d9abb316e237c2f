import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Exit */
/** @typedef {(line: string, stream: 'stdout' | 'stderr') => void} OnLine */

/** Waits for the end of our pipe, that is, of this process; then asks the other to end, and after ten seconds makes it. */
const guardScript = `while read -r _; do :; done
kill -"$2" "$1" || exit 0
for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 "$1" || exit 0; done
kill -KILL "$1"`;

/** @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set();

/**
 * Starts a process that a Ctrl-C in the terminal does not reach (its owner stops it in order)
 * and that ends when this process ends, even by kill -9.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { input?: string, endSignal?: NodeJS.Signals }} options
 *   `input` is what it reads, `endSignal` (SIGTERM) what asks it to end when we are gone
 * @param {OnLine} [onLine] called with every line that it prints
 */
export function spawnBound(command, args, { input, endSignal = 'SIGTERM', ...options }, onLine) {
  const child = spawn(command, args, {
    ...options,
    detached: process.platform !== 'win32',
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  // A process that ends without reading its input says why itself.
  child.stdin?.on('error', () => {}).end(input);
  for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
    const source = child[stream];
    if (source) createInterface({ input: source }).on('line', (line) => onLine?.(line, stream));
  }
  living.add(child);
  const guard = child.pid === undefined ? undefined : guardOf(child.pid, endSignal);
  const exited = new Promise((/** @type {(exit: Exit) => void} */ resolve) => {
    child.once('error', (error) => {
      onLine?.(`cannot start ${command}: ${error.message}`, 'stderr');
      resolve({ code: null, signal: null });
    });
    child.once('exit', (code, signal) => {
      living.delete(child);
      guard?.kill('SIGKILL');
      // A grandchild may hold the pipes open, so 'close' can be late.
      setTimeout(() => resolve({ code, signal }), 1_000).unref();
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, exited };
}

/** Ends every process that `spawnBound` started and that still runs, with its children, without asking. */
export function killAllBound() {
  for (const child of living) {
    try {
      if (process.platform === 'win32') child.kill('SIGKILL');
      else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended a moment ago.
    }
  }
}

function guardOf(/** @type {number} */ pid, /** @type {NodeJS.Signals} */ endSignal) {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', guardScript, 'guard', String(pid), endSignal.slice(3)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.once('error', () => {});
  guard.stdin?.once('error', () => {});
  guard.unref();
  /** @type {import('node:net').Socket} */ (guard.stdin).unref?.();
  return guard;
}

/**
 * Asks a process to end and waits for it; after `graceMs` it is killed.
 * @param {{ child: import('node:child_process').ChildProcess, exited: Promise<Exit> }} bound
 * @param {NodeJS.Signals} [signal]
 * @param {number} [graceMs]
 */
export async function stopBound({ child, exited }, signal = 'SIGTERM', graceMs = 10_000) {
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill(signal);
  const exit = await exited;
  clearTimeout(timer);
  return exit;
}
