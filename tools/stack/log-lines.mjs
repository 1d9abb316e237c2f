const colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];

/**
 * Writes lines with the name of who said them in front, in a colour of its own on a terminal
 * (never with NO_COLOR).
 * @param {NodeJS.WriteStream} output
 * @param {NodeJS.ProcessEnv} [env]
 */
export function prefixedLines(output, env = process.env) {
  const coloured = usesColour(output, env);
  /** @type {string[]} */
  const names = [];
  return (/** @type {string} */ name, /** @type {string} */ line) => {
    if (!names.includes(name)) names.push(name);
    const prefix = name.padEnd(9);
    const colour = colours[names.indexOf(name) % colours.length];
    output.write(`${coloured ? `\x1b[${colour}m${prefix}\x1b[0m` : prefix} | ${line}\n`);
  };
}

/** Whether to colour what goes to this output (https://no-color.org). */
export function usesColour(/** @type {NodeJS.WriteStream} */ output, env = process.env) {
  return Boolean(output.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
}
