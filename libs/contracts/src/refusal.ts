import type { DetailsOf, ErrorCode } from './errors.js';

/** A refusal as data: what a decision returns, and a handler answers, instead of throwing. */
export class Refusal<C extends ErrorCode = ErrorCode> {
  constructor(
    readonly code: C,
    readonly message: string,
    readonly details: DetailsOf<C>,
  ) {}
}

/** Refuses with a code of the error table, one English sentence, and the details that the code asks for. */
export function refuse<C extends ErrorCode>(
  code: C,
  message: string,
  details: DetailsOf<C>,
): Refusal<C> {
  return new Refusal(code, message, details);
}
