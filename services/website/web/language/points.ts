import { counted } from '../../src/problems/french.js';
import type { Language } from './language.js';

/** « 3 points », "1 point". */
export function points(count: number, language: Language): string {
  if (language === 'fr') return counted(count, 'point');
  return `${count.toLocaleString('en-GB')} point${count === 1 ? '' : 's'}`;
}
