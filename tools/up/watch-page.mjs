import { spawnBound, stopBound } from '../stack/bound-process.mjs';
import { pageBuild } from '../stack/page-build.mjs';
import { projectRoot } from '../stack/project.mjs';

/**
 * Builds the page now and at every change; a reload in the browser shows it.
 * @param {{ show: (name: string, line: string) => void }} options
 */
export function watchPage({ show }) {
  const bound = spawnBound(
    process.execPath,
    [...pageBuild.command, '--watch'],
    { cwd: projectRoot },
    (line) => {
      if (line.trim()) show('vite', line);
    },
  );
  return { stop: () => stopBound(bound) };
}
