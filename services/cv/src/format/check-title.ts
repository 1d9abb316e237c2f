import {
  countWords,
  type Line,
  MAIL_ADDRESS,
  type Mark,
  PHONE_NUMBER,
  POSTCODE_TOWN,
  WEB_ADDRESS,
} from '#libs/french-text';
import type { CvParts } from './cv-parts.js';

const CV_WORDS = /^ {0,40}(?:cv|c\.v\.|curriculum vitae)(?: de)?(?![a-z])/;
const DETAIL =
  /(?<![a-z])(?:tel|telephone|portable|mail|e-mail|courriel|adresse|permis|linkedin|github|ans|nee?|nationalite|celibataire|mariee|enfants?|mobilite)(?![a-z])/;
const TITLE_BESIDE_NAME = /[a-z] {1,9}[-–—|•·:] {1,9}[a-z]{2}/;
const MOST_WORDS = 16;

/** The role aimed at, in the lines above the sections, beside or below the name. */
export function checkTitle({ top, sections }: CvParts): Mark<'missing-title' | 'cv-as-title'>[] {
  const cvWords = top.find((line) => CV_WORDS.test(line.folded) && countWords(line.raw) <= 4);
  const lines = top.filter((line) => line !== cvWords && saysWho(line));
  const marks: Mark<'missing-title' | 'cv-as-title'>[] = [];
  if (cvWords) marks.push({ code: 'cv-as-title', start: cvWords.start, end: cvWords.end });
  const [name, title] = lines;
  if (!title && !(name && TITLE_BESIDE_NAME.test(name.folded))) {
    const place = name?.end ?? top[0]?.end ?? sections[0]?.heading.start ?? 0;
    marks.push({ code: 'missing-title', start: place, end: place });
  }
  return marks;
}

function saysWho({ raw, folded }: Line): boolean {
  const detail =
    DETAIL.test(folded) ||
    POSTCODE_TOWN.test(folded) ||
    /^[ \d]{0,12}(?:rue|avenue|av|boulevard|bd|place|chemin|allee|impasse|quai|cours|route)(?![a-z])/.test(
      folded,
    );
  const address = raw.search(MAIL_ADDRESS) >= 0 || raw.search(WEB_ADDRESS) >= 0;
  return (
    !detail &&
    !address &&
    folded.search(PHONE_NUMBER) < 0 &&
    /[a-z]/.test(folded) &&
    countWords(raw) <= MOST_WORDS
  );
}
