import type { Line, Mark } from '#libs/french-text';
import type { CvParts } from './cv-parts.js';

type LanguageCode = 'language-without-level' | 'vague-language-level';

const LANGUAGE =
  /(?<![a-z])(?:anglais|espagnol|allemand|italien|portugais|neerlandais|arabe|chinois|mandarin|japonais|coreen|russe|polonais|turc|hebreu|hindi|roumain|ukrainien|grec|suedois|danois|norvegien|vietnamien|langue des signes|lsf)(?![a-z])/g;
const MEASURED =
  /(?<![a-z\d])(?:[abc][12](?:[.+-]\d?)?|natif|native|langue maternelle|maternelle|bilingue|trilingue|toeic|toefl|ielts|linguaskill|bulats|dele|goethe|hsk ?\d|jlpt)(?![a-z\d])/;
const VAGUE =
  /(?<![a-z])(?:courant|couramment|notions?|bases?|intermediaire|debutante?|scolaire|professionnel|avancee?|operationnel|lue?|parlee?|ecrite?|bon niveau|moyen|elementaire|technique)(?![a-z])/;

/** Each foreign language with its level, best on the European scale (A1 to C2). */
export function checkLanguages({ sections }: CvParts): Mark<LanguageCode>[] {
  return sections
    .filter(({ kind }) => kind === 'languages')
    .flatMap(({ lines }) => {
      const filled = lines.filter(({ folded }) => folded.trim() !== '');
      return filled.flatMap((line, index) => marksOf(line, filled[index + 1]));
    });
}

function marksOf(line: Line, next: Line | undefined): Mark<LanguageCode>[] {
  const found = [...line.folded.matchAll(LANGUAGE)];
  const below = next && next.folded.search(LANGUAGE) < 0 ? ` ${next.folded}` : '';
  return found.flatMap((match, index) => {
    const until = found[index + 1]?.index ?? line.folded.length;
    const own = found.length === 1 ? line.folded : line.folded.slice(match.index, until);
    const said = index === found.length - 1 ? own + below : own;
    if (MEASURED.test(said)) return [];
    const start = line.at(match.index);
    const end = line.at(match.index + match[0].length);
    const code = VAGUE.test(said) ? 'vague-language-level' : 'language-without-level';
    return [{ code, start, end } as const];
  });
}
