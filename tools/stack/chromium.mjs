import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchChromium } from './chromium-fetch.mjs';
import { withLock } from './folder-lock.mjs';
import { perUserCache } from './per-user-cache.mjs';
import { projectLock } from './project.mjs';

/** Where systems and their browsers' own installers put one. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium that runs here: CHROMIUM_PATH, else the system's, else one fetched without root and kept for all of a
 * user's clones. Throws, saying what to do, when there is none.
 * @param {{ log?: (sentence: string) => void }} [options]
 * @returns {Promise<string>} the path of its binary
 */
export async function findChromium({ log = () => {} } = {}) {
  const { CHROMIUM_PATH: given } = process.env;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(
      `CHROMIUM_PATH is ${given}, and nothing is there. Set it to the path of a Chromium, or unset it to use the system's.`,
    );
  }
  const folder = join(perUserCache(), 'chromium');
  const fetched = join(folder, 'run');
  const found = [...usualPlaces, fetched].find((path) => existsSync(path));
  if (found) return found;
  return withLock(projectLock('chromium'), async () => {
    if (!existsSync(fetched)) await fetchChromium(folder, log);
    return fetched;
  });
}
