import type { DetailsOf, ErrorCode } from '#libs/contracts';

/** A problem in words: what is wrong in a sentence or two, and what to do. */
export interface Sentence {
  /** French; the same for every problem of its code. */
  readonly title: string;
  /** French. */
  readonly detail: string;
  readonly detailEn: string;
  readonly nextStep: { readonly fr: string; readonly en: string };
}

/** The words of these codes, told with the details that each code has, and whether the request has a key (R13). */
export type Sentences<Code extends ErrorCode> = {
  readonly [C in Code]: (details: DetailsOf<C>, keyed: boolean) => Sentence;
};
