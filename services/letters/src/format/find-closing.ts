import { blocksOf, fold, type Block, type Reading } from '#libs/french-text';

/** The sentence that ends a letter; `words` is folded, line breaks read as spaces. */
export interface Closing {
  start: number;
  end: number;
  words: string;
  formal: boolean;
}

const FORMAL =
  /(?<![a-z])(?:agreer|agreez|recevoir|recevez|croire|croyez|accepter|acceptez|adresser?|presenter?|assuree?s?)(?![a-z]).{0,200}?(?<![a-z])(?:salutations?|sentiments?|consideration|respects?|hommages?|devouement)(?![a-z])/g;

const BRIEF =
  /^ {0,40}(?:(?:bien |tres )?(?:cordialement|respectueusement|sincerement|amicalement)(?: votre| a vous)?|(?:avec )?(?:mes )?(?:plus )?(?:sinceres |meilleures |cordiales |respectueuses )?salutations(?: distinguees| respectueuses| cordiales| sinceres)?|bien a vous|cdlt|a bientot) ?[,.!]? {0,40}$/;

const SENTENCE_BEFORE = 300;

/** Finds the last closing formula at or after a place of the text. */
export function findClosing(reading: Reading, from: number): Closing | undefined {
  const lines = reading.lines.filter((line) => line.start >= from || line.end > from);
  const formal = blocksOf(lines).flatMap((block) => formalIn(reading.text, block));
  const last = formal.at(-1);
  if (last) return { ...last, start: Math.max(last.start, from) };
  const brief = reading.filled
    .filter((line) => line.end > from)
    .findLast((line) => BRIEF.test(line.folded));
  return brief && { start: brief.start, end: brief.end, words: brief.folded.trim(), formal: false };
}

function formalIn(text: string, block: Block): Closing[] {
  const { text: folded, origins } = fold(text.slice(block.start, block.end));
  return [...folded.matchAll(FORMAL)].map((match) => {
    const start = sentenceStart(folded, match.index);
    const end = sentenceEnd(folded, match.index + match[0].length);
    const at = (place: number) => block.start + (origins[place] ?? 0);
    return { start: at(start), end: at(end), words: folded.slice(start, end), formal: true };
  });
}

function sentenceStart(folded: string, verb: number): number {
  const least = Math.max(0, verb - SENTENCE_BEFORE);
  const before = folded.slice(least, verb);
  const stop = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('! '),
    before.lastIndexOf('? '),
  );
  if (stop >= 0) return least + stop + 2;
  // A sentence too long to be looked through is quoted from a word's beginning.
  const space = before.indexOf(' ');
  return least === 0 ? 0 : space < 0 ? verb : least + space + 1;
}

/** Up to the full stop, which may follow two or three more adjectives. */
function sentenceEnd(folded: string, last: number): number {
  const stop = folded.slice(last, last + 60).search(/[.!]/);
  return stop < 0 ? last : last + stop + 1;
}
