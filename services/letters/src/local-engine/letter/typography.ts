import { readText, typography } from '#libs/french-text';

const PASSES = 4;

/** Sets words by French rules: apostrophes, spaces before marks, and whatever french-text corrects for certain. */
export function setInFrench(text: string): string {
  let set = text
    .replaceAll("'", '’')
    .replace(/[ \u00a0\u202f]*([;!?])(?=\s|$|[)»])/g, '\u202f$1')
    .replace(/(?<=\S)[ \u00a0\u202f]*:(?=\s)/g, '\u00a0:')
    .replace(/(?<=\d)[ \u00a0\u202f]?(?=%|€|k€)/g, '\u00a0')
    .replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '\u202f')
    .replace(/(?<!\p{L}|bac )\+ ?(?=\d)/giu, '+\u00a0');
  for (let pass = 0; pass < PASSES; pass += 1) {
    const marks = typography(readText(set)).flatMap(({ start, end, suggestion }) =>
      suggestion === undefined ? [] : [{ start, end, suggestion }],
    );
    if (marks.length === 0) return set;
    let before = set.length;
    for (const { start, end, suggestion } of marks.toSorted((a, b) => b.start - a.start)) {
      if (end > before) continue;
      set = set.slice(0, start) + suggestion + set.slice(end);
      before = start;
    }
  }
  return set;
}
