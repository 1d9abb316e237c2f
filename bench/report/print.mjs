import { table } from './table.mjs';

/** Prints a report for people, and for machines as one JSON object on the last line when asked to. */
export function print(
  /** @type {import('../rounds.mjs').Report} */ report,
  /** @type {boolean} */ json,
) {
  process.stdout.write(`\n${casesTable(report)}\n\n${ratiosTable(report)}\n`);
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

function casesTable(/** @type {import('../rounds.mjs').Report} */ { cases }) {
  const used = [...new Set(cases.flatMap(({ cpuSeconds }) => Object.keys(cpuSeconds)))];
  const milliseconds = (/** @type {number | undefined} */ ms) => ms?.toFixed(2) ?? '';
  return table(
    [
      'case',
      'per second',
      'ceiling',
      'peer',
      'p50 ms',
      'p99 ms',
      'CPU µs',
      ...used.map((p) => `CPU s ${p}`),
    ],
    cases.map(
      ({ name, rate, ceilingRate, peerRate, p50Ms, p99Ms, cpuMicroseconds, cpuSeconds }) => [
        name,
        ...[rate, ceilingRate, peerRate].map(whole),
        ...[p50Ms, p99Ms].map(milliseconds),
        whole(cpuMicroseconds),
        ...used.map((process) => seconds(cpuSeconds[process])),
      ],
    ),
  );
}

function ratiosTable(/** @type {import('../rounds.mjs').Report} */ { ratios }) {
  return table(
    ['ratio', 'measured', 'goal', ''],
    Object.entries(ratios).map(([name, { value, goal, bound, met }]) => [
      name,
      value.toFixed(2),
      `${bound} ${goal}`,
      met ? 'met' : 'MISSED',
    ]),
  );
}

function whole(/** @type {number | undefined} */ figure) {
  return figure === undefined ? '' : String(Math.round(figure));
}

function seconds(/** @type {number | undefined} */ figure) {
  return figure === undefined || Number.isNaN(figure) ? '–' : figure.toFixed(1);
}
