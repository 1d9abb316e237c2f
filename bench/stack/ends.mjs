/**
 * What to end, the last begun first, when a part of a benchmark is over; ended with the whole at the latest.
 * @param {Ends} whole
 */
export function endsWithin(whole) {
  /** @type {(() => Promise<unknown>)[]} */
  const ends = [];
  const end = async () => {
    for (let last = ends.pop(); last; last = ends.pop()) await last();
  };
  whole.add(end);
  return { add: (/** @type {() => Promise<unknown>} */ one) => void ends.push(one), end };
}

/** @typedef {{ add: (end: () => Promise<unknown>) => void }} Ends */
