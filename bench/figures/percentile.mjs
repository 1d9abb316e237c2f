/**
 * The value that `share` (0 to 1) of all samples do not exceed, by nearest rank; NaN without samples.
 * @param {Float64Array} sorted in ascending order
 * @param {number} share
 */
export function percentile(sorted, share) {
  if (sorted.length === 0) return NaN;
  return /** @type {number} */ (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]);
}
