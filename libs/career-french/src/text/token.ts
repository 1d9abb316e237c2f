import { readText, type Line } from '#libs/french-text';
import { infinitiveOf, lemmaOf } from './lemma.js';

/** A word, or what parts words: `stop` ends a sentence or a line, `comma` parts the items of a list. */
export interface Token {
  kind: 'word' | 'comma' | 'stop';
  /** Folded: without case and accents. */
  word: string;
  lemma: string;
  raw: string;
  start: number;
  end: number;
}

const PIECE =
  /[a-z0-9]+(?:\+\+|#)?|(?<=[a-z0-9 )])[.](?![a-z0-9])|[;:!?•·|]|[,()/]|(?<= )[–—-](?= )/g;
const WRAPPED_AT = 45;
/** After these a word such as `forme` or `encadre` is a verb. */
const SUBJECT = /^(?:je|j|qui|y)$/;

/** Splits a text into words and breaks; straight and curly apostrophes, hyphens and accents make no difference. */
export function tokensOf(text: string): Token[] {
  const { lines } = readText(text);
  return lines.flatMap((line, index) => {
    const tokens = tokensOfLine(line);
    if (!goesOn(line, lines[index + 1])) tokens.push(breakAt('stop', '\n', line.end));
    return tokens;
  });
}

function tokensOfLine(line: Line): Token[] {
  let before = '';
  return [...line.folded.matchAll(PIECE)].map(({ 0: word, index }) => {
    const start = line.at(index);
    const end = line.at(index + word.length);
    if (/[a-z0-9]/.test(word)) {
      const raw = line.raw.slice(start - line.start, end - line.start);
      const lemma = SUBJECT.test(before) ? infinitiveOf(word) : undefined;
      before = word;
      return { kind: 'word', word, lemma: lemma ?? lemmaOf(word, raw), raw, start, end };
    }
    before = '';
    const kind = /[,()/–—-]/.test(word) ? 'comma' : 'stop';
    return { kind, word, lemma: word, raw: word, start, end };
  });
}

/** A long line that ends within a sentence was only wrapped. */
function goesOn(line: Line, next: Line | undefined): boolean {
  return (
    line.raw.length >= WRAPPED_AT &&
    !/[.:;!?] {0,3}$/.test(line.folded) &&
    /^ {0,3}\p{Ll}/u.test(next?.raw ?? '')
  );
}

function breakAt(kind: 'stop', word: string, place: number): Token {
  return { kind, word, lemma: word, raw: word, start: place, end: place };
}
