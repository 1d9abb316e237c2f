import { countWords, type Line } from '#libs/french-text';

/** The words that address the reader; `words` is folded, without its final punctuation. */
export interface Salutation {
  start: number;
  end: number;
  words: string;
  punctuation: string;
  /** Whether it has a line of its own. */
  alone: boolean;
}

const TITLE = '(?:mesdames|messieurs|madame|monsieur|mademoiselle|mme|mlle|mr|m\\.)(?![a-z])';
const CASUAL = '(?:bonjour|bonsoir|salut|hello|coucou|cheres?|chers?)(?![a-z])';
const START = new RegExp(`^(?:${CASUAL}|${TITLE})`);
const CERTAIN = new RegExp(
  `^(?:${CASUAL}.{0,80}|${TITLE}(?:(?:,? et |, | ou |/| )${TITLE}){0,3}(?: (?:le |la |l')[a-z' -]{3,50})?)$`,
);
const INLINE = new RegExp(
  `^(?:${CASUAL}|${TITLE})(?:(?:,? et |, | ou |/| )${TITLE}){0,3}(?: (?:le |la |l')[a-z-]{3,20})?,(?= [a-z])`,
);
const MOST_WORDS = 8;

/** Finds the salutation: the first after the object line, else the last before the body, else inside its first line. */
export function findSalutation(
  opening: Line[],
  object: Line | undefined,
  firstBodyLine: Line | undefined,
): Salutation | undefined {
  const found = opening.flatMap((line) => {
    const salutation = onItsOwnLine(line);
    return salutation ? [salutation] : [];
  });
  const afterObject = found.find((salutation) => object && salutation.start > object.start);
  return afterObject ?? (firstBodyLine && insideLine(firstBodyLine)) ?? found.at(-1);
}

function onItsOwnLine(line: Line): Salutation | undefined {
  const indent = line.folded.length - line.folded.trimStart().length;
  const whole = line.folded.trim();
  if (!START.test(whole) || countWords(line.raw) > MOST_WORDS) return undefined;
  const words = whole.replace(/[ ,;:!]{1,4}$/, '');
  const punctuation = whole.slice(words.length).trim();
  if (punctuation !== ',' && !CERTAIN.test(words)) return undefined;
  const start = line.at(indent);
  return { start, end: line.at(indent + whole.length), words, punctuation, alone: true };
}

function insideLine(line: Line): Salutation | undefined {
  const indent = line.folded.length - line.folded.trimStart().length;
  const found = INLINE.exec(line.folded.trimStart())?.[0];
  if (!found) return undefined;
  const end = line.at(indent + found.length);
  return { start: line.at(indent), end, words: found.slice(0, -1), punctuation: ',', alone: false };
}
