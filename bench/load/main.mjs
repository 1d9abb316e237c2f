import { text } from 'node:stream/consumers';
import { percentile } from '../figures/percentile.mjs';
import { closedLoop } from './closed-loop.mjs';
import { untilAnswered } from './until-answered.mjs';

/**
 * What a load process is told on its standard input. The asker is a module whose `open(settings)` gives `ask` and
 * `close`.
 * @typedef {{ asker: string, natsUrl: string, usersFile: string, users: 'spread' | 'hot', inFlight: number,
 *   warmUpMs: number, measureMs: number }} LoadSettings
 */

const say = (/** @type {object} */ message) =>
  void process.stdout.write(`${JSON.stringify(message)}\n`);

/** @type {LoadSettings} */
const settings = JSON.parse(await text(process.stdin));
/** @type {{ open: (settings: LoadSettings) => Promise<{ ask: () => Promise<unknown>, close: () => Promise<void> }> }} */
const { open } = await import(settings.asker);
const { ask, close } = await open(settings);
await untilAnswered(ask);
const { latenciesMs, elapsedMs } = await closedLoop({
  ...settings,
  ask,
  onStart: () => say({ at: 'start' }),
});
say({
  at: 'end',
  answered: latenciesMs.length,
  elapsedMs,
  p50Ms: percentile(latenciesMs, 0.5),
  p99Ms: percentile(latenciesMs, 0.99),
});
await close();
