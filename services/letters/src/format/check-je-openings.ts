import { fold, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';
import { paragraphsOf } from './paragraphs.js';

const JE = /^(?:je(?![a-z])|j')/;
const IN_A_ROW = 3;

/** Three sentences in a row that open with « Je »: the third of each such row. */
export function checkJeOpenings({ reading, body }: LetterParts): Mark<'repeated-je'>[] {
  const marks: Mark<'repeated-je'>[] = [];
  let inARow = 0;
  for (const { start, end } of paragraphsOf(reading, body.start, body.end)) {
    const { text, origins } = fold(reading.text.slice(start, end));
    for (const place of sentenceStarts(text)) {
      const je = JE.exec(text.slice(place, place + 3));
      inARow = je ? inARow + 1 : 0;
      if (!je || inARow !== IN_A_ROW) continue;
      const from = start + (origins[place] ?? 0);
      const to = start + (origins[place + je[0].length] ?? 0);
      marks.push({ code: 'repeated-je', start: from, end: to });
    }
  }
  return marks;
}

function sentenceStarts(folded: string): number[] {
  const indent = folded.length - folded.trimStart().length;
  const stops = [...folded.matchAll(/[.!?…]["»]? {1,3}(?=[a-z«"])/g)];
  return [indent, ...stops.map((stop) => stop.index + stop[0].length)];
}
