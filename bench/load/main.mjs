import { text } from 'node:stream/consumers';
import { percentile } from '../figures/percentile.mjs';
import { closedLoop } from './closed-loop.mjs';
import { chooseUsers } from './choose-user.mjs';
import { introduce } from './introduce.mjs';
import { untilAnswered } from './until-answered.mjs';

/**
 * What a load process is told on its standard input. The asker is a module whose `open(settings)` gives an `Asker`.
 * @typedef {{ asker: string, natsUrl: string, usersFile: string, users: 'spread' | 'hot', inFlight: number,
 *   instances: number, warmUpMs: number, measureMs: number }} LoadSettings `instances` of the service, each of which
 *   gets to know the users
 * @typedef {{ ask: (token: string) => Promise<unknown>, greet?: (token: string) => Promise<unknown>,
 *   close: () => Promise<void> }} Asker `greet` where `ask` is too dear to be asked in everybody's name first
 */

const say = (/** @type {object} */ message) =>
  void process.stdout.write(`${JSON.stringify(message)}\n`);

/** @type {LoadSettings} */
const settings = JSON.parse(await text(process.stdin));
/** @type {{ open: (settings: LoadSettings) => Promise<Asker> }} */
const { open } = await import(settings.asker);
const { ask, greet = ask, close } = await open(settings);
const { tokens, next } = await chooseUsers(settings);
await untilAnswered(() => greet(next()));
// Nobody knows which instance answers whom: most know most after three times.
const times = settings.instances === 1 ? 1 : 3;
for (let time = 0; time < times; time++) await introduce(tokens, greet);
const { latenciesMs, elapsedMs, workers } = await closedLoop({
  ...settings,
  ask: () => ask(next()),
  onStart: () => say({ at: 'start' }),
});
say({
  at: 'end',
  answered: latenciesMs.length,
  elapsedMs,
  p50Ms: percentile(latenciesMs, 0.5),
  p99Ms: percentile(latenciesMs, 0.99),
});
await workers;
await close();
