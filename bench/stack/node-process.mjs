import { spawnBound, stopBound } from '../../tools/stack/bound-process.mjs';
import { projectRoot } from '../../tools/stack/project.mjs';

/**
 * Starts a Node process of the benchmark. Without `onLine` its standard output is written to nowhere: it costs what a
 * log costs, and nobody on this machine reads it.
 * @param {{ name: string, script: string, env: NodeJS.ProcessEnv, nodeArguments?: readonly string[],
 *   input?: string, onLine?: (line: string) => void }} options
 */
export function startNode({ name, script, env, nodeArguments = [], input, onLine }) {
  /** @type {string[]} */
  const lastLines = [];
  const redirect = onLine ? 'exec "$0" "$@"' : 'exec "$0" "$@" >/dev/null';
  const bound = spawnBound(
    '/bin/sh',
    ['-c', redirect, process.execPath, '--enable-source-maps', ...nodeArguments, script],
    { cwd: projectRoot, env, ...(input === undefined ? {} : { input }) },
    (line, stream) => {
      if (stream === 'stdout') return onLine?.(line);
      lastLines.push(line);
      if (lastLines.length > 15) lastLines.shift();
    },
  );
  let stopping = false;
  /** @type {Promise<never>} */
  const failed = new Promise((_settle, fail) => {
    void bound.exited.then(({ code, signal }) => {
      if (stopping || code === 0) return;
      fail(new Error(`${name} ended with ${code ?? signal}. It said:\n${lastLines.join('\n')}`));
    });
  });
  failed.catch(() => undefined);
  return {
    pid: /** @type {number} */ (bound.child.pid),
    exited: bound.exited,
    /** Rejects when the process ends by a fault, and never settles otherwise. */
    failed,
    stop: () => {
      stopping = true;
      return stopBound(bound);
    },
  };
}

/** @typedef {ReturnType<typeof startNode>} NodeProcess */
