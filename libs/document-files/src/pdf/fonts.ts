import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** DejaVu has the narrow no-break space of French, which most free fonts lack, and most alphabets. */
const file = (name: string) =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${name}.ttf`));

export const fonts = { regular: file(''), bold: file('-Bold') };

const missing = '□';
const INVISIBLE = /\p{Cf}|\p{Mn}/u;

let signs: ReadonlySet<number> | undefined;

/** The same text with a box for each sign that the fonts do not have. */
export function drawable(text: string): string {
  signs ??= new Set((create(readFileSync(fonts.bold)) as Font).characterSet);
  const known = signs;
  return [...text]
    .map((sign) => {
      if (known.has(sign.codePointAt(0)!)) return sign;
      return INVISIBLE.test(sign) ? '' : missing;
    })
    .join('');
}
