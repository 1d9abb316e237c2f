const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** What no page shows and XML refuses: controls, halves of pairs, and the two that are no characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** The same text with `\n` as its only line break and nothing in it that a file cannot hold; a tab is four spaces. */
export function printable(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replaceAll('\t', '    ')
    .replace(UNPRINTABLE, (unit) => (unit === '\n' ? unit : ''));
}
