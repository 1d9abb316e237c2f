const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A position’s or a company’s name as it was given, on one line and without control or invisible marks; undefined when nothing is left. */
export function nameGiven(words: string | undefined): string | undefined {
  const seen = words?.replace(INVISIBLE, '').replace(/[\s\p{Cc}]+/gu, ' ');
  return seen?.trim() || undefined;
}
