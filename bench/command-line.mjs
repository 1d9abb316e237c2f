import { parseArgs } from 'node:util';

export const benches = /** @type {const} */ (['request', 'consume']);
export const usage = `Usage: npm run bench -- <${benches.join('|')}> [options]

Measures Phoenix beside its peers and its ceiling, and prints the ratios. Full: five rounds of 30 s a case.

  --quick            three rounds of 3 s a case: says whether it works, and little about figures
  --rounds <n>       so many rounds instead; --seconds <n> so many seconds a case, after a sixth of it as warm-up
  --json             one JSON object { bench, cases, ratios } as the last line
  --cases <text>     only cases whose name holds this text, may be given again for others; ratios that need another
                     case are left out
  --profile <folder> our service and its client write V8 CPU profiles there when they end
`;

const full = { rounds: 5, seconds: 30 };
const quickly = { rounds: 3, seconds: 3 };

/** @typedef {{ bench: 'request' | 'consume', rounds: number, seconds: number, json: boolean, cases: string[], profile: string | undefined }} CommandLine */

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
    if (!(Number.isInteger(rounds) && rounds > 0 && seconds > 0))
      return 'Rounds and seconds must be numbers above 0.';
    return { bench, rounds, seconds, json, cases, profile };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
