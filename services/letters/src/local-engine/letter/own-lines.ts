import type { ProfileReading } from '#libs/career-french';
import { claim, type Line } from './line.js';

/** Needs the sentence before it: « j’y ai appris ». */
const LEANS =
  /^(?:j['’]y|c['’]est|cela|cette|ce |ces |là|il|elle|ils|elles|mais|et|mon travail, c)(?![\p{L}])|(?<![\p{L}])j['’]y(?![\p{L}])/iu;

/** A capital that was typed without its accent. */
const BARE_A = /^A(?= (?:cause|partir|travers|force|côté|la suite|l['’]issue|mon|ma|mes|\d))/u;

/** What the user says in sentences, word for word and in their order, told or wished. */
export function ownLines(
  { said }: ProfileReading,
  kind: 'claim' | 'wish',
  at: (place: number) => boolean = () => true,
): Line[] {
  let kept = -10;
  return said.flatMap(({ value, evidence }) => {
    const follows = evidence.start - kept <= 3;
    if (value.kind === 'claim' || kind === 'wish') {
      if (LEANS.test(value.text) && !follows) return [];
    }
    kept = evidence.end;
    if (value.kind !== kind || !at(evidence.start)) return [];
    const text = value.text
      .replace(/\s+/g, ' ')
      .replace(/[\s.;,]+$/u, '')
      .replace(BARE_A, 'À');
    return [claim(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`, value.text)];
  });
}
