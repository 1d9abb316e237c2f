/** The ways that are compared: what stands in the hub's place, and how often. */
export const ways = {
  ours: { server: undefined, instances: 1 },
  oursTwice: { server: undefined, instances: 2 },
  alone: { server: 'one-transaction', instances: 1 },
  naive: { server: 'naive', instances: 1 },
  noWork: { server: 'no-work', instances: 1 },
};

/** @typedef {keyof typeof ways} Way */
/** @typedef {{ name: string, way: Way, inFlight: number, users: 'spread' | 'hot', peer?: string, ceiling?: string }} Case */

/** The lowest last: by then the code of a service is warm, which few requests would not make it. */
const levels = [64, 256, 1];
const ofUsers = { spread: '10,000 users', hot: 'one hot user' };
const names = {
  ours: 'ours',
  oursTwice: 'ours, two hubs',
  alone: 'one transaction a request',
  naive: 'naive TypeORM',
  noWork: 'no work',
};

/** @returns {string} */
function nameOf(
  /** @type {Way} */ way,
  inFlight = 64,
  /** @type {'spread' | 'hot'} */ users = 'spread',
) {
  return `${names[way]}, ${ofUsers[users]}, ${inFlight} in flight`;
}

/** @returns {Case} */
function caseOf(
  /** @type {Way} */ way,
  /** @type {number} */ inFlight,
  /** @type {'spread' | 'hot'} */ users,
) {
  const name = nameOf(way, inFlight, users);
  if (!way.startsWith('ours')) return { name, way, inFlight, users };
  const peer = nameOf('alone', inFlight, users);
  return { name, way, inFlight, users, peer, ceiling: nameOf('noWork', inFlight) };
}

/** @type {readonly Case[]} */
export const cases = [
  ...levels.map((inFlight) => caseOf('noWork', inFlight, 'spread')),
  ...levels.map((inFlight) => caseOf('ours', inFlight, 'spread')),
  caseOf('ours', 64, 'hot'),
  ...levels.map((inFlight) => caseOf('alone', inFlight, 'spread')),
  caseOf('alone', 64, 'hot'),
  ...[64, 256].map((inFlight) => caseOf('oursTwice', inFlight, 'spread')),
  caseOf('oursTwice', 64, 'hot'),
  caseOf('naive', 64, 'spread'),
  caseOf('naive', 64, 'hot'),
];

const rate = /** @type {const} */ ('rate');

/** @type {import('../figures/ratios.mjs').Goal[]} */
export const goals = [
  {
    name: 'rate at 64 in flight, ours to one transaction a request',
    ...{ of: nameOf('ours'), to: nameOf('alone'), figure: rate, atLeast: 2.5 },
  },
  {
    name: 'p50 with one in flight, ours to one transaction a request',
    ...{ of: nameOf('ours', 1), to: nameOf('alone', 1), figure: 'p50Ms', atMost: 1.3 },
  },
  {
    name: 'rate at 64 in flight, one hot user to 10,000',
    ...{ of: nameOf('ours', 64, 'hot'), to: nameOf('ours'), figure: rate, atLeast: 0.9 },
  },
  {
    name: 'rate at 64 in flight, two hubs to one, 10,000 users',
    ...{ of: nameOf('oursTwice'), to: nameOf('ours'), figure: rate, atLeast: 0.9 },
  },
  {
    name: 'rate at 64 in flight, two hubs to one, one hot user',
    ...{ of: nameOf('oursTwice', 64, 'hot'), to: nameOf('ours', 64, 'hot') },
    ...{ figure: rate, atLeast: 0.9 },
  },
  {
    name: 'rate at 64 in flight, ours to naive TypeORM, 10,000 users',
    ...{ of: nameOf('ours'), to: nameOf('naive'), figure: rate, atLeast: 12 },
  },
  {
    name: 'rate at 64 in flight, ours to naive TypeORM, one hot user',
    ...{ of: nameOf('ours', 64, 'hot'), to: nameOf('naive', 64, 'hot') },
    ...{ figure: rate, atLeast: 25 },
  },
  ...levels.map((inFlight) => ({
    name: `drain of the backlog in runs, ours, ${inFlight} in flight`,
    ...{ of: nameOf('ours', inFlight), figure: /** @type {const} */ ('drainShare'), atMost: 0.1 },
  })),
];
