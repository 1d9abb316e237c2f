/** The ways that are compared: what answers, and what asks it. */
export const ways = {
  ours: { server: 'ours-server', client: 'ours-client' },
  stock: { server: 'stock-server', client: 'stock-client' },
  raw: { server: 'raw-server', client: 'raw-client' },
  ceiling: { server: 'raw-server', client: 'ceiling-client' },
};

/** @typedef {keyof typeof ways} Way */

/** @type {{ name: string, way: Way, inFlight: number, peer?: string, ceiling?: string }[]} */
export const cases = [1, 64, 256].flatMap((inFlight) => [
  {
    name: `ours, ${inFlight} in flight`,
    way: 'ours',
    inFlight,
    peer: `stock Nest, ${inFlight} in flight`,
    ceiling: `lean mux, ${inFlight} in flight`,
  },
  { name: `stock Nest, ${inFlight} in flight`, way: 'stock', inFlight },
  { name: `raw nats.js, ${inFlight} in flight`, way: 'raw', inFlight },
  { name: `lean mux, ${inFlight} in flight`, way: 'ceiling', inFlight },
]);

/** @type {import('../figures/ratios.mjs').Goal[]} */
export const goals = [
  {
    name: 'rate at 64 in flight, ours to stock Nest',
    of: 'ours, 64 in flight',
    to: 'stock Nest, 64 in flight',
    figure: 'rate',
    atLeast: 1.4,
  },
  {
    name: 'p50 with one in flight, ours to raw nats.js',
    of: 'ours, 1 in flight',
    to: 'raw nats.js, 1 in flight',
    figure: 'p50Ms',
    atMost: 1.35,
  },
  {
    name: 'p50 with one in flight, ours to stock Nest',
    of: 'ours, 1 in flight',
    to: 'stock Nest, 1 in flight',
    figure: 'p50Ms',
    atMost: 1,
  },
];
