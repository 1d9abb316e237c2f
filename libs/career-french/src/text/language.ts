import { fold } from '#libs/french-text';
import { evidenceAt, type Evidence } from '../evidence.js';
import { LANGUAGE_LEVELS, LANGUAGES } from '../lexicon/languages.js';
import { stanceOf } from '../matching/stance.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';

/** A language one speaks or is to speak; the level as it is written. */
export interface SpokenLanguage {
  name: string;
  level: string | undefined;
  evidence: Evidence;
}

const FORMS = LANGUAGES.trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', ...others] = line.split(' | ');
    return [name, ...others].map((form) => ({ name, form: fold(form).text }));
  });
const BEFORE =
  /(?:^|[,;:(/•-] ?|(?<![a-z])(?:l'|en |d'|de |du |le |la |parle |parlez |parler |langue |langues |niveau |et |ou |bon |un |maitrise |notions |courante? |bilingue |pratique |enseigne |ni |mon |votre ))$/;
const NEAR = 45;

/** Up to the next comma or « et » outside brackets: what follows is said of another language. */
function sameItem(words: string): string {
  return /^(?:[^,;(]|\([^)]*\))*?(?=,|;| et (?:l'|le |un |du )|$)/.exec(words)?.[0] ?? words;
}

/** Languages named in a sentence, not those it denies or only wishes for. */
export function languagesIn(
  text: string,
  sentence: Sentence,
  tokens: readonly Token[],
): SpokenLanguage[] {
  const { text: folded, origins } = fold(sentence.text);
  return FORMS.flatMap(({ name, form }) => {
    const match = new RegExp(`(?<![a-z])${form}(?![a-z])`).exec(folded);
    if (!match) return [];
    const own =
      fold(name).text === form || form.endsWith('phone') || form === 'lsf' || form === 'mandarin';
    if (!own && !folded.slice(0, match.index).endsWith('langue ')) return [];
    const start = sentence.start + (origins[match.index] ?? 0);
    const end = sentence.start + (origins[match.index + form.length] ?? 0);
    const around = sameItem(folded.slice(match.index, match.index + form.length + NEAR));
    const level =
      LANGUAGE_LEVELS.exec(around) ??
      LANGUAGE_LEVELS.exec(
        /[^,;(]*$/.exec(folded.slice(Math.max(0, match.index - 25), match.index))?.[0] ?? '',
      );
    if (!level && !BEFORE.test(folded.slice(0, match.index))) return [];
    const place = tokens.findIndex((token) => token.start === start);
    if (place >= 0 && stanceOf(tokens, place, place) !== 'said') return [];
    return [{ name, level: level?.[1], evidence: evidenceAt(text, start, end) }];
  }).filter(({ name }, index, all) => all.findIndex((one) => one.name === name) === index);
}
