import { join } from 'node:path';
import { spawnBound } from '../stack/bound-process.mjs';
import { projectRoot } from '../stack/project.mjs';
import { supervise } from '../stack/supervise.mjs';

/**
 * Keeps one instance of a service running, always on the same port.
 * @param {{ name: string, service: string, port: number, env: NodeJS.ProcessEnv,
 *   say: (sentence: string) => void, show: (name: string, line: string) => void, onStart: () => void }} options
 */
export function runService({ name, service, port, env, say, show, onStart }) {
  /** @type {string[]} */
  const lastLines = [];
  const main = join(projectRoot, 'dist', 'services', service, 'src', 'main.js');
  const supervisor = supervise({
    name,
    log: say,
    start: async () => {
      const bound = spawnBound(
        process.execPath,
        ['--enable-source-maps', main],
        { cwd: projectRoot, env },
        (line) => {
          lastLines.push(line);
          if (lastLines.length > 15) lastLines.shift();
          show(name, line);
        },
      );
      onStart();
      return bound;
    },
  });
  return { name, service, port, lastLines, supervisor, url: `http://127.0.0.1:${port}` };
}

/** @typedef {ReturnType<typeof runService>} Service */
