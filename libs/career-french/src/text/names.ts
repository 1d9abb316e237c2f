/** After these, a capital says nothing. */
const OPENS = /(?:^|[.!?…:;\n«(“"–—|•]|(?<=\s)-)[\s\u00a0\u202f]*$/u;
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;

/** Words that a text writes as names: with a capital that no beginning of a sentence or line gives them. */
export function nameWordsIn(text: string): string[] {
  return [...text.matchAll(CAPITALISED)]
    .filter(({ index }) => !OPENS.test(text.slice(Math.max(0, index - 4), index)))
    .map(([word]) => word);
}
