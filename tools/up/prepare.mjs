import { ensureBuilt } from '../stack/build.mjs';
import { ensureInstalled } from '../stack/install.mjs';
import { serviceNames } from './service-names.mjs';
import { watchPage } from './watch-page.mjs';
import { watchSources } from './watch.mjs';

/**
 * Installs and builds what is missing or stale; with `watch`, goes on compiling at every change.
 * @param {{ watch: boolean, progress: import('./progress.mjs').Progress, show: (name: string, line: string) => void,
 *   onChange: (services: string[]) => void }} options
 * @returns {Promise<{ stop: () => Promise<unknown> }>} the end of watching
 */
export async function prepare({ watch, progress, show, onChange }) {
  const now = (/** @type {string} */ state) => (/** @type {boolean} */ did) =>
    did ? state : `${state} already`;
  await progress.step(now('installed'), () => ensureInstalled({ log: progress.say }));
  if (watch) {
    const sources = await progress.step('compiled, watching the sources', () =>
      watchSources({ services: serviceNames, show, onChange }),
    );
    const page = watchPage({ show });
    return { stop: () => Promise.all([sources.stop(), page.stop()]) };
  }
  await progress.step(now('built'), () => ensureBuilt({ log: progress.say }));
  return { stop: async () => {} };
}
