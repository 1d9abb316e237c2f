import { fold } from '#libs/french-text';
import type { Line } from './line.js';

const JE = /^(?:je(?![a-z])|j')/;
const LINKS = ['Par ailleurs', 'De plus', 'En outre', 'Dans le même esprit', 'À côté de cela'];

/** Of three sentences in a row that open with « je », the third is linked; each link serves once. */
export function linked(paragraphs: readonly Line[][]): Line[][] {
  const links = LINKS.filter(
    (link) => !paragraphs.flat().some(({ text }) => text.startsWith(link)),
  );
  let inARow = 0;
  return paragraphs.map((lines) =>
    lines.map((line) => {
      inARow = JE.test(fold(line.text.slice(0, 4)).text) ? inARow + 1 : 0;
      if (inARow < 3) return line;
      const link = links.shift();
      if (!link) return line;
      inARow = 0;
      return {
        ...line,
        text: `${link}, ${line.text.charAt(0).toLowerCase()}${line.text.slice(1)}`,
      };
    }),
  );
}

/** Each sentence once, whatever its accents and marks. */
export function withoutRepeats(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => {
    const key = fold(text).text.replace(/[^a-z0-9]/g, '');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
