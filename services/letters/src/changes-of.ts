import type { LetterChange } from '#libs/contracts';
import { TYPOGRAPHY_RULEBOOK, type Correction } from '#libs/french-text';

const mostShown = 500;

/** Corrections with what is said of each in both languages, the first 500 of them. */
export function changesOf(corrections: readonly Correction[]): LetterChange[] {
  return corrections.slice(0, mostShown).map((correction) => {
    const { fr, en } = TYPOGRAPHY_RULEBOOK[correction.code];
    const facts = { count: 1, found: correction.before, expected: correction.after };
    const say = (sentence: typeof fr) =>
      typeof sentence === 'string' ? sentence : sentence(facts);
    return { ...correction, message: { fr: say(fr), en: say(en) } };
  });
}
