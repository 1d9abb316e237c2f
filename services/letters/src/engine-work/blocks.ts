/** Words that are surely no name. */
const GOES_ON =
  /^(?:\p{Lu}\p{Ll}+ez|Le|La|Les|Une?|Des|Aucune?|Vous|Vos|Votre|Si|Quelques|Gratuit|Savoir|Acquérir|Obtenir)(?![\p{L}])|^[LD]’/u;

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

/** What is said of several is said once: `a, b : …`, in their order. */
export function saidOnce(
  items: readonly { readonly of: string; readonly said: string }[],
): string[] {
  const sayings = [...new Set(items.map(({ said }) => said))];
  return sayings.map((said) => {
    const alike = items.filter((one) => one.said === said);
    return explained(alike.map((one) => one.of).join(', '), said);
  });
}

/** `a : …`, going on in small letters unless it may begin with a name. */
export function explained(what: string, said: string): string {
  const goesOn = GOES_ON.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
  return `${what}\u00a0: ${goesOn}`;
}
