import { readFile, writeFile } from 'node:fs/promises';
import { ensureInstalled } from '../../tools/stack/install.mjs';
import { ensureBuilt } from '../../tools/stack/build.mjs';

const log = (/** @type {string} */ sentence) => void process.stderr.write(`· ${sentence}\n`);
const wish = process.argv[2];
if (wish !== undefined && wish !== '--write' && wish !== '--faults') {
  log(
    'usage: npm run eval [-- --faults | --write]   (--faults lists each miss, --write makes these figures the baseline)',
  );
  process.exit(2);
}

await ensureInstalled({ log });
await ensureBuilt({ log });
// What follows imports what was built just now.
const { evaluate } = await import('./evaluate.mjs');

const place = new URL('baseline.json', import.meta.url);
const baseline = JSON.parse(await readFile(place, 'utf8'));
const { figures, floors, faults } = await evaluate();

let worse = 0;
for (const [name, now] of Object.entries(figures)) {
  const before = baseline.figures[name];
  const least = Math.max(before ?? 0, floors[name] ?? 0);
  const isWorse = now < least && wish !== '--write';
  if (isWorse || now < (floors[name] ?? 0)) worse += 1;
  const beside = before === undefined ? 'new' : before.toFixed(3);
  process.stdout.write(
    `${now.toFixed(3)}  ${beside.padEnd(6)} ${isWorse ? 'WORSE ' : '      '}${name}\n`,
  );
}
if (wish === '--faults' || worse > 0) for (const fault of faults) log(fault);
if (wish === '--write')
  await writeFile(place, `${JSON.stringify({ ...baseline, figures }, null, 2)}\n`);
log(
  worse === 0
    ? 'No figure is worse than the baseline.'
    : `${worse} figures are worse than the baseline or below their floor.`,
);
process.exit(worse === 0 ? 0 : 1);
