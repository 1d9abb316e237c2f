import { parseArgs } from 'node:util';

export const benches = /** @type {const} */ (['request', 'consume']);
export const usage = `Usage: npm run bench -- <${benches.join('|')}> [options]

Measures Phoenix beside its peers and its ceiling, and prints the ratios. Full: five rounds of 30 s a case.

  --quick            three rounds of 3 s a case: says whether it works, and little about figures
  --json             one JSON object { bench, cases, ratios } as the last line
  --cases <text>     only cases whose name holds this text; ratios that need another case are left out
  --profile <folder> our service processes write V8 CPU profiles there when they end
`;

/** @typedef {{ bench: 'request' | 'consume', quick: boolean, json: boolean, cases: string, profile: string | undefined }} CommandLine */

/** What was asked for; a sentence when it cannot be read. @returns {CommandLine | string} */
export function readCommandLine(/** @type {string[]} */ args) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        cases: { type: 'string', default: '' },
        profile: { type: 'string' },
      },
    });
    const bench = benches.find((name) => name === positionals[0]);
    if (!bench || positionals.length > 1) return 'Name one benchmark.';
    const { quick = false, json = false, cases = '', profile } = values;
    return { bench, quick, json, cases, profile };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
