const PLACEHOLDER = /\[[^\]\n]{0,80}\]|\{+[^}\n]{0,80}\}+|_{3,}|X{3,}/gu;

/** Words that were left to be filled in: `[Nom]`. */
export function placeholdersIn(text: string): string[] {
  return text.match(PLACEHOLDER) ?? [];
}
