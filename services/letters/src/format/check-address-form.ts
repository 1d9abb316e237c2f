import { fold, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

const TU = /(?<![a-z0-9'-])(?:(?:tu|te|toi|tes)(?![a-z0-9'-])|t'(?=[aeiouyh]))/g;
const VOUS = /(?<![a-z0-9-])(?:vous|votre|vos)(?![a-z0-9])/;

/** « tu » and « vous » in one letter: the first « tu ». */
export function checkAddressForm({ reading, body, closing }: LetterParts): Mark<'tu-and-vous'>[] {
  const { text, origins } = fold(reading.text.slice(body.start, closing?.end ?? body.end));
  const [tu] = text.matchAll(TU);
  if (!tu || !VOUS.test(text)) return [];
  const start = body.start + (origins[tu.index] ?? 0);
  const end = body.start + (origins[tu.index + tu[0].length] ?? 0);
  return [{ code: 'tu-and-vous', start, end }];
}
