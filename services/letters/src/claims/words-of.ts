import { fold } from '#libs/french-text';

/** A test whether every word of some words stands in a text: `bac` for `baccalauréat`, `vendeuses` for `vendeuse`. */
export function wordsOf(text: string): (words: string) => boolean {
  const there = [...new Set(partsOf(text))];
  const whole = new Set(there);
  const begins = (word: string) =>
    word.length > 2 &&
    there.some((one) => one.startsWith(word) || (one.length > 3 && word.startsWith(one)));
  return (words) => partsOf(words).every((word) => whole.has(word) || begins(word));
}

function partsOf(text: string): string[] {
  return fold(text).text.match(/[a-z0-9]+/g) ?? [];
}
