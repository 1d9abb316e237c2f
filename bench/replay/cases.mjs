/** @typedef {'read' | 'copy' | 'rebuild' | 'verify' | 'live'} Work */
/** @typedef {{ name: string, work: Work, model?: string, peer?: string, ceiling?: string }} Case */

const models = { 'event-store': 'event store', 'energy-history': 'energy history' };
const reads = 'reads only';
const live = 'event to row at 2,000/s while the event store is rebuilt';
const nameOf = {
  copy: (/** @type {string} */ model) => `raw COPY and index build, ${model}`,
  rebuild: (/** @type {string} */ model) => `rebuild, ${model}`,
  verify: (/** @type {string} */ model) => `verify, ${model}`,
};

/** @type {readonly Case[]} */
export const cases = [
  { name: reads, work: 'read' },
  ...Object.entries(models).flatMap(([model, said]) => [
    { name: nameOf.copy(said), work: /** @type {const} */ ('copy'), model },
    {
      ...{ name: nameOf.rebuild(said), work: /** @type {const} */ ('rebuild'), model },
      ceiling: nameOf.copy(said),
    },
    {
      ...{ name: nameOf.verify(said), work: /** @type {const} */ ('verify'), model },
      ceiling: reads,
    },
  ]),
  { name: live, work: 'live' },
];

/** @type {import('../figures/ratios.mjs').Goal[]} */
export const goals = [
  ...Object.values(models).flatMap((said) => [
    {
      name: `rebuild to raw COPY, ${said}`,
      ...{ of: nameOf.rebuild(said), to: nameOf.copy(said) },
      ...{ figure: /** @type {const} */ ('rate'), atLeast: 0.5 },
    },
    {
      name: `time to verify to time to read, ${said}`,
      ...{ of: nameOf.verify(said), to: reads },
      ...{ figure: /** @type {const} */ ('microseconds'), atMost: 6 },
    },
  ]),
  {
    name: 'p99 while the event store is rebuilt, of twice as long as else, or of 500 ms',
    ...{ of: live, figure: /** @type {const} */ ('lagShare'), atMost: 1 },
  },
];
