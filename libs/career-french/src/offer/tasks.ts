import { fold } from '#libs/french-text';
import type { Found } from '../evidence.js';
import type { Sentence } from '../text/sentences.js';
import type { Section } from './section.js';

const DOES =
  /^(?:vous (?:serez|aurez|etes (?:charge|en charge|responsable)|[a-z]{3,}ez)|(?:[^.]{0,60}, )vous (?:[a-z]{3,}ez|serez|aurez))/;
const ABOUT_PERSON =
  /^vous (?:etes (?!charge|en charge|responsable)|avez|possedez|disposez|justifiez|maitrisez|aimez|connaissez|savez|parlez|souhaitez|cherchez|recherchez|faites preuve|appreciez)/;
const MOST = 30;

/** What is to be done, line by line: below the heading of the tasks, else where the offer says « vous assurez ». */
export function tasksIn(
  sentences: readonly { sentence: Sentence; section: Section }[],
): Found<string>[] {
  const below = sentences.filter(({ section }) => section === 'tasks');
  const chosen =
    below.length > 0
      ? below
      : sentences.filter(({ sentence, section }) => {
          const folded = fold(sentence.text).text;
          return section === 'open' && DOES.test(folded) && !ABOUT_PERSON.test(folded);
        });
  return chosen.slice(0, MOST).map(({ sentence }) => {
    const value = sentence.text
      .replace(/^[\s*•–—·-]+/u, '')
      .slice(0, 200)
      .trim();
    return { value, evidence: sentence };
  });
}
