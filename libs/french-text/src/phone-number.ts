/** A French number (06 12 34 56 78, +33 6 12 34 56 78, +33 (0)6…) or an international one; for folded lines. */
export const PHONE_NUMBER =
  /(?<![\d+])(?:(?:\+33|0033) ?(?:\(0\) ?)?[1-9](?:[ .-]?\d{2}){4}|0[1-9](?:[ .-]?\d{2}){4}|\+(?!33)\d{1,3}(?:[ .-]?\d{2,4}){2,5})(?!\d)/g;

const FRENCH_DIGITS = /(?<![\d+/])(?<!\d )0[1-9](?:[ .]?\d{1,2}){3,6}(?!\d)/g;

/** Places in a folded line where a French number starts well and has not ten digits. */
export function brokenPhoneNumbers(
  folded: string,
): { start: number; end: number; digits: number }[] {
  return [...folded.matchAll(FRENCH_DIGITS)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      digits: match[0].replace(/[ .]/g, '').length,
    }))
    .filter(({ digits }) => digits !== 10);
}
