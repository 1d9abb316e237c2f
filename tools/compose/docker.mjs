import { spawnBound } from '../stack/bound-process.mjs';

/**
 * Runs docker to its end and returns what it printed on standard output; refuses with the last lines of all it said.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function docker(args, env = process.env) {
  /** @type {{ line: string, stream: 'stdout' | 'stderr' }[]} */
  const said = [];
  const { exited } = spawnBound('docker', args, { env }, (line, stream) =>
    said.push({ line, stream }),
  );
  const { code, signal } = await exited;
  if (code === 0) {
    return said.flatMap(({ line, stream }) => (stream === 'stdout' ? [line] : [])).join('\n');
  }
  const last = said.slice(-40).map(({ line }) => line);
  throw new Error(
    `\`docker ${args.join(' ')}\` ended with ${code ?? signal ?? 'no start'}:\n${last.join('\n')}`,
  );
}

/** Refuses, with what to do, when this machine has no Docker engine with Compose that answers. */
export async function demandEngine() {
  try {
    await docker(['compose', 'version']);
    await docker(['version', '--format', '{{.Server.Version}}']);
  } catch {
    throw new Error(
      'No Docker engine with Compose answers here: compose:test needs one. Install Docker Engine 26 or newer with its Compose plugin and start it (or set DOCKER_HOST).',
    );
  }
}
