import { fold } from '#libs/french-text';
import { evidenceAt, type Found } from '../evidence.js';
import type { Sentence } from '../text/sentences.js';

const NUMBERS: Record<string, number> = {
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, dix: 10,
}; // prettier-ignore
const YEARS =
  /(?<![a-z0-9])(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|dix) (?:(?:a|ou) (?:\d{1,2}|deux|trois|quatre|cinq) )?an(?:s|nees?)?(?![a-z])/;
const BEGINNERS =
  /debutante?s?(?:\(e\))?(?:\(s\))? (?:accepte|bienvenu)|(?:aucune experience (?:n'est )?(?:exigee|requise|necessaire|demandee)|experience non (?:exigee|requise)|pas d'experience (?:exigee|requise)|experience n'est pas)/;

/** Years of experience asked, 0 where beginners are welcome; undefined when the offer says nothing of it. */
export function experienceAsked(
  text: string,
  sentences: readonly Sentence[],
): Found<number> | undefined {
  for (const sentence of sentences) {
    const { text: folded, origins } = fold(sentence.text);
    const at = (place: number) => sentence.start + (origins[place] ?? 0);
    const years = YEARS.exec(folded);
    if (
      years &&
      folded.includes('experience') &&
      !/depuis|notre experience|forte? d/.test(folded)
    ) {
      const value = NUMBERS[years[1] ?? ''] ?? Number(years[1]);
      const evidence = evidenceAt(text, at(years.index), at(years.index + years[0].length));
      return { value, evidence };
    }
    const beginners = BEGINNERS.exec(folded);
    if (beginners) return { value: 0, evidence: evidenceAt(text, sentence.start, sentence.end) };
  }
  return undefined;
}
