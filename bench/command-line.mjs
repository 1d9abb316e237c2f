import { parseArgs } from 'node:util';

export const benches = /** @type {const} */ (['request', 'consume', 'projector', 'replay']);
export const usage = `Usage: npm run bench -- <${benches.join('|')}> [options]

Measures Phoenix beside its peers and its ceiling, and prints the ratios. Full: five rounds of 30 s a case.

  --quick            three rounds of 3 s a case: says whether it works, and little about figures
  --rounds <n>       so many rounds instead; --seconds <n> so many seconds a case, after a sixth of it as warm-up
  --events <n>       projector and replay: so many events are made first, 200000 (quick: 20000) unless given
  --json             one JSON object { bench, cases, ratios } as the last line
  --cases <text>     only cases whose name holds this text, may be given again for others; ratios that need another
                     case are left out
  --profile <folder> our service and its client write V8 CPU profiles there when they end
`;

const full = { rounds: 5, seconds: 30, events: 200_000 };
const quickly = { rounds: 3, seconds: 3, events: 20_000 };

/** @typedef {{ bench: (typeof benches)[number], rounds: number, seconds: number, events: number, json: boolean, cases: string[], profile: string | undefined }} CommandLine */

/** What was asked for; a sentence when it cannot be read. @returns {CommandLine | string} */
export function readCommandLine(/** @type {string[]} */ args) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        events: { type: 'string' },
        cases: { type: 'string', multiple: true, default: [''] },
        profile: { type: 'string' },
      },
    });
    const bench = benches.find((name) => name === positionals[0]);
    if (!bench || positionals.length > 1) return 'Name one benchmark.';
    const { quick, json = false, cases = [''], profile } = values;
    const usual = quick ? quickly : full;
    const rounds = Number(values.rounds ?? usual.rounds);
    const seconds = Number(values.seconds ?? usual.seconds);
    const events = Number(values.events ?? usual.events);
    if (!(Number.isInteger(rounds) && rounds > 0 && seconds > 0 && events >= 1))
      return 'Rounds, seconds and events must be numbers above 0.';
    return { bench, rounds, seconds, events, json, cases, profile };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
