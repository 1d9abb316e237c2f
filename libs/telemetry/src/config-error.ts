/** One thing wrong with one environment variable; holds no value that could be a secret. */
export interface ConfigFault {
  readonly variable: string;
  /** Continues the variable's name: `is "abc"`. */
  readonly wrong: string;
  /** Continues "expected": `a port number from 0 to 65535`. */
  readonly expected: string;
}

/** All that is wrong with a service's environment, together, in plain words. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly service: string,
    readonly faults: readonly ConfigFault[],
  ) {
    const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
    const list = faults.map((f) => `  - ${f.variable} ${f.wrong}; expected ${f.expected}.`);
    super(
      [
        `${service} cannot start: ${count} in its environment variables.`,
        ...list,
        `Correct what is listed and start ${service} again.`,
      ].join('\n'),
    );
  }
}

/** Prints the faults to standard error and exits 1; any other error is thrown on. */
export function exitOnConfigError(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
