/** Something that a person can act on: one sentence what is wrong, one what to do. The command exits 1. */
export class OpsError extends Error {
  override readonly name = 'OpsError';

  constructor(
    readonly wrong: string,
    readonly help: string,
    options?: ErrorOptions,
  ) {
    super(`${wrong} ${help}`, options);
  }
}
