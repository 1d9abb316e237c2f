/** Says of oneself what one did, has or can. */
const CLAIM =
  /(?<![\p{L}])(?:j[’']ai|j[’']exerce|je (?:maîtrise|pratique|connais|sais|parle|possède|tiens|gère|suis (?:titulaire|diplômée?|spécialiste|habituée?|formée?))|m[’']ont|mon (?:expérience|diplôme)|ma (?:maîtrise|pratique|formation|connaissance|expertise)|mes (?:compétences|années|connaissances)|forte? de)(?![\p{L}])/iu;
/** Speaks of whom it is written to, or of what is to come. */
const AHEAD =
  /(?<![\p{L}])(?:vous|votre|vos|annonce|offre|poste|souhaite|envie|rejoindre|\p{L}+r(?:ais|ait|aient))(?![\p{L}])/iu;

/** The sentences of a letter that only its writer's experience can bear out. */
export function claimsIn(text: string): string {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .filter((sentence) => CLAIM.test(sentence) && !AHEAD.test(sentence))
    .join('\n');
}
