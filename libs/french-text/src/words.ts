const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Tells whether there is a letter of any script to read at all. */
export function hasWords(text: string): boolean {
  return LETTER.test(text);
}

/** Counts words as word processors do: what stands between spaces and holds a letter or a digit. */
export function countWords(text: string): number {
  let words = 0;
  for (const [token] of text.matchAll(/\S+/g)) if (LETTER_OR_DIGIT.test(token)) words += 1;
  return words;
}

/** Counts Unicode code points: an accented letter or a simple emoji is one. */
export function countCharacters(text: string): number {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}
