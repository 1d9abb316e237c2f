import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../stack/project.mjs';

/**
 * Runs jest on the chosen kinds of test and returns its exit code.
 * @param {{ kinds: string[], jestArguments: string[], environment: Record<string, string> }} options
 */
export async function runJest({ kinds, jestArguments, environment }) {
  const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  // --selectProjects takes every word after it, so it stands last.
  const chosen = [...jestArguments, '--selectProjects', ...kinds];
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', jest, ...chosen],
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
