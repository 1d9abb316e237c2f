import { usesColour } from '../stack/log-lines.mjs';

/**
 * Says what is being done and how long it took: a line for each step, plain when not on a terminal.
 * @param {NodeJS.WriteStream} output
 */
export function progressOn(output) {
  const coloured = usesColour(output);
  const mark = (/** @type {string} */ sign, /** @type {number} */ colour) =>
    coloured ? `\x1b[${colour}m${sign}\x1b[0m` : sign;
  return {
    /** Something worth knowing on the way. */
    say: (/** @type {string} */ sentence) => void output.write(`${mark('·', 90)} ${sentence}\n`),
    /**
     * Does one step and says so when it is done; `done` may depend on the result.
     * @template T
     * @param {string | ((result: T) => string)} done
     * @param {() => Promise<T>} work
     */
    async step(done, work) {
      const startedAt = performance.now();
      const result = await work();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const text = typeof done === 'string' ? done : done(result);
      output.write(`${mark('✓', 32)} ${text} ${seconds} s\n`);
      return result;
    },
    /** What went wrong, and what to do about it. */
    fail: (/** @type {string} */ sentence) => void output.write(`${mark('✗', 31)} ${sentence}\n`),
  };
}

/** @typedef {ReturnType<typeof progressOn>} Progress */
