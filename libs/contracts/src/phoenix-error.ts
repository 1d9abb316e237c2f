import { errors, type DetailsOf, type ErrorCode, type ErrorKind } from './errors.js';

/** The one error that a caller of a contract sees: a code of the table, a sentence, and typed details. */
export class PhoenixError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'PhoenixError';

  constructor(
    readonly code: C,
    message: string,
    readonly details: DetailsOf<C>,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get status(): number {
    return errors[this.code].status;
  }

  get kind(): ErrorKind {
    return errors[this.code].kind;
  }

  /** True for exactly this code, and narrows the details to its shape. */
  is<D extends ErrorCode>(code: D): this is PhoenixError<D> {
    return (this.code as ErrorCode) === code;
  }
}
