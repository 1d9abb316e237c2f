import type { TracedEvent } from '#libs/contracts';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Forgetful } from './forgetful.js';
import type { RequestFacts } from './request-facts.js';
import type { Step } from './step.js';
import { clockFaults } from './steps-of-hops.js';

interface Told {
  readonly steps: readonly Step[];
  readonly open: readonly string[];
  readonly forgotten: readonly Forgetful[];
}

/** What came of it first, then the steps, then the rows that are there because of them, then what is not known. */
export function printRequest(terminal: Terminal, facts: RequestFacts, told: Told): void {
  const { steps, open, forgotten } = told;
  terminal.print(`Request ${facts.correlationId}, began ${new Date(steps[0]!.at).toISOString()}`);
  if (open.length === 0) terminal.print(verdict(facts.events.length));
  for (const one of open) terminal.printFault(`✗ ${one}`);
  const head = ['AFTER', 'TOOK', 'OWN', 'WHERE', 'WHAT', 'OUTCOME'];
  for (const line of table(head, steps.map(rowOf))) terminal.print(line);
  for (const event of facts.events) printRows(terminal, event);
  for (const { what } of clockFaults(steps))
    terminal.print(`Clocks differ: \`${what}\` was answered in more time than it took.`);
  for (const { service, instance, keeps, since } of forgotten)
    terminal.print(
      `${service} ${instance} no longer remembers: it keeps its last ${keeps} steps, and these begin ${since}.`,
    );
  for (const { what, why } of facts.untold) terminal.printFault(`✗ ${what} did not tell: ${why}`);
}

function verdict(events: number): string {
  if (events === 0) return 'It changed nothing: no event tells of it.';
  return events === 1
    ? 'It made 1 event, which is in every read model that reads it.'
    : `It made ${events} events, each in every read model that reads it.`;
}

function rowOf({ offsetMs, tookMs, ownMs, where, what, depth, outcome }: Step): string[] {
  const ms = (value: number | null) => (value === null ? '' : `${value.toFixed(1)} ms`);
  return [
    `${offsetMs.toFixed(1)} ms`,
    ms(tookMs),
    ms(ownMs),
    where,
    `${'  '.repeat(depth)}${what}`,
    outcome ?? '',
  ];
}

function printRows(terminal: Terminal, { type, sequence, models }: TracedEvent): void {
  terminal.print(`Rows of ${type} at sequence ${sequence}:`);
  const rows = models.flatMap(({ model, state, rows: made }) =>
    made.map(({ table: name, key, kept }) => [
      `  ${model}`,
      state,
      `${name} ${inWords(key)}`,
      kept === null ? 'no such row' : '',
    ]),
  );
  for (const line of table(['  READ MODEL', 'STATE', 'ROW', ''], rows)) terminal.print(line);
}

export function inWords(cells: Readonly<Record<string, unknown>>): string {
  return Object.entries(cells)
    .map(([column, value]) => `${column}=${String(value)}`)
    .join(' ');
}
