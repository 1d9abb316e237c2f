/**
 * `projector` is what stands in its place, or nothing for the one that is shipped; `script` a process by itself.
 * @typedef {{ name: string, projector?: string, script?: string, ours?: boolean, peer?: string, ceiling?: string }} Case
 */

const names = {
  read: 'reads only',
  raw: 'raw batch insert, event store and balances',
  some: 'ours, event store and balances',
  all: 'ours, all models',
  naive: 'naive, event store and balances',
  latency: 'ours, all models, event to row at 2,000/s',
};

/** @type {readonly Case[]} */
export const cases = [
  { name: names.read, script: '../history/read-only' },
  { name: names.raw, script: 'raw-insert', ceiling: names.read },
  {
    ...{ name: names.some, ours: true, projector: 'event-store-and-balances' },
    ...{ peer: names.naive, ceiling: names.raw },
  },
  { name: names.all, ours: true, ceiling: names.raw },
  { name: names.naive, script: 'naive', ceiling: names.raw },
  { name: names.latency, ours: true, script: '../history/event-to-row' },
];

const rate = /** @type {const} */ ('rate');

/** @type {import('../figures/ratios.mjs').Goal[]} */
export const goals = [
  {
    name: 'event store and balances, ours to raw batch insert',
    ...{ of: names.some, to: names.raw, figure: rate, atLeast: 0.75 },
  },
  {
    name: 'event store and balances, ours to naive',
    ...{ of: names.some, to: names.naive, figure: rate, atLeast: 60 },
  },
  {
    name: 'event to row at 2,000/s, p99 in ms',
    ...{ of: names.latency, figure: /** @type {const} */ ('p99Ms'), atMost: 250 },
  },
];
