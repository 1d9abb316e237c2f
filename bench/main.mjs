import { resolve } from 'node:path';
import { ensureBuilt } from '../tools/stack/build.mjs';
import { ensureInstalled } from '../tools/stack/install.mjs';
import { readCommandLine, usage } from './command-line.mjs';

/**
 * @typedef {{ warmUpMs: number, measureMs: number }} Times
 * @typedef {{ home: string, ends: import('./stack/ends.mjs').Ends, users: number,
 *   events: number, profile: string[] }} BenchOptions `events` are to be in the stream, `profile` are the arguments of Node for what is to be profiled
 */

const say = (/** @type {string} */ sentence) => void process.stderr.write(`· ${sentence}\n`);
const asked = readCommandLine(process.argv.slice(2));
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n\n${usage}`);
  process.exit(2);
}

try {
  await ensureInstalled({ log: say });
  await ensureBuilt({ log: say });
  // What follows imports what was built just now.
  const { inOwnHome } = await import('./stack/home.mjs');
  const { runRounds } = await import('./rounds.mjs');
  const { prepare } = await import(`./${asked.bench}/run.mjs`);
  const { print } = await import('./report/print.mjs');
  const profile = asked.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(asked.profile)}`] : [];
  const report = await inOwnHome(async (place) => {
    const prepared = await prepare({ ...place, users: 10_001, events: asked.events, profile });
    return runRounds({ ...asked, ...prepared, filter: asked.cases, say });
  }, say);
  if (report) print(report, asked.json);
  process.exit(report ? 0 : 130);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
