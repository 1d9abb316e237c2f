/** Blocks of a document with an empty line between them; those with nothing in them are left out. */
export function inBlocks(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** A heading and its lines, each after a dash; nothing without a line. */
export function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `–\u00a0${line}`)].join('\n');
}

/** The words that a claim rests on, in brackets after it. */
export function withWords(claim: string, words: string): string {
  return `${claim} («\u00a0${words}\u00a0»)`;
}
