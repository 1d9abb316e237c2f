const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';

/**
 * French with its spaces: U+202F before `;` `!` `?`, U+00A0 before `:` and inside « ». Only what is written here is
 * set; what is filled in stays as it is.
 */
export function fr(written: TemplateStringsArray, ...filledIn: (string | number)[]): string {
  return written.reduce(
    (text, part, index) => text + setSpaces(part) + (filledIn[index] ?? ''),
    '',
  );
}

function setSpaces(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, narrowNoBreak)
    .replace(/ (?=[:»])/g, noBreak)
    .replace(/(?<=«) /g, noBreak);
}

const grouped = new Intl.NumberFormat('fr-FR');

/** « 1 048 576 octets », with spaces that do not break. */
export function counted(count: number, singular: string): string {
  return `${grouped.format(count)}${noBreak}${singular}${count >= 2 ? 's' : ''}`;
}

/** « a, b et c ». */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`;
}
