import { ensureBuilt } from '../../tools/stack/build.mjs';
import { ensureInstalled } from '../../tools/stack/install.mjs';
import { median } from '../figures/median.mjs';
import { fillOutbox } from './fill-outbox.mjs';

const rounds = 3;
const events = 100_000;

const say = (/** @type {string} */ sentence) => void process.stderr.write(`· ${sentence}\n`);
await ensureInstalled({ log: say });
await ensureBuilt({ log: say });
const { inOwnHome } = await import('../stack/home.mjs');
const { prepareDrain } = await import('./drain.mjs');

/** How fast a hub that has nothing else to do publishes what waits, broker and Postgres with fsync. */
const rates = await inOwnHome(async (place) => {
  const drain = await prepareDrain(place);
  const found = [];
  for (let round = 1; round <= rounds; round++) {
    const { rate, cpuSeconds } = await drain(fillOutbox(events));
    found.push(rate);
    const used = Object.entries(cpuSeconds).map(([name, s]) => `${name} ${s.toFixed(1)}`);
    say(`round ${round} of ${rounds}: ${Math.round(rate)} events/s; CPU s: ${used.join(', ')}`);
  }
  return found;
}, say);
if (!rates) process.exit(130);
process.stdout.write(`A backlog drains at ${Math.round(median(rates))} events a second.\n`);
process.exit(0);
