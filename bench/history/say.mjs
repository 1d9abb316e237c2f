/** Tells whoever started this process that it begins, and what it has measured when it ends. */
export function say(
  /** @type {'start' | 'end'} */ at,
  /** @type {Record<string, number | string>} */ figures = {},
) {
  process.stdout.write(`${JSON.stringify({ at, ...figures })}\n`);
}
