/** `error`: not to be sent as it is; `warning`: against the convention; `advice`: would read better. */
export type Severity = 'error' | 'warning' | 'advice';

/** What a sentence about a finding may quote. */
export interface Facts {
  count: number;
  found: string;
  expected: string;
}

/** A place that a rule points at: UTF-16 offsets, `start === end` where something is missing. */
export interface Mark<Code extends string> {
  code: Code;
  start: number;
  end: number;
  suggestion?: string;
  facts?: Partial<Facts>;
}

/** A place in the text with the words shown for it; `text.slice(start, end) === excerpt`, line and column count from 1. */
export interface Finding<Code extends string> {
  code: Code;
  severity: Severity;
  start: number;
  end: number;
  line: number;
  column: number;
  excerpt: string;
  message: { fr: string; en: string };
  suggestion?: string;
}

export type Sentence = string | ((facts: Facts) => string);

/** For each code, how serious it is and what is said to the user in both languages. */
export type Rulebook<Code extends string> = Record<
  Code,
  { severity: Severity; fr: Sentence; en: Sentence }
>;
