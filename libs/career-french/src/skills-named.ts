import { entriesIn } from './matching/lexicon-index.js';
import { tokensOf } from './text/token.js';

/** Names of the skills that a text speaks of, whoever has them and however it speaks of them. */
export function skillsNamed(text: string): Set<string> {
  const named = entriesIn(tokensOf(text)).flatMap(({ owner }) =>
    owner.what === 'skill' ? [owner.skill.name] : [],
  );
  return new Set(named);
}
