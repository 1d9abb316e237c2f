const VOWEL = /^[aeiouyàâéèêëîïôûœh]/iu;
const ASPIRATED = /^(?:h[ée]ros|handicap|hauteur|haut|hall|halle|hangar|haricot)/iu;

/** `a, b et c`. */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`;
}

/** `de vendeuse`, `d’aide-soignante`. */
export function of(words: string): string {
  return VOWEL.test(words) && !ASPIRATED.test(words) ? `d’${words}` : `de ${words}`;
}
