import { fold } from '#libs/french-text';
import { evidenceAt, type Evidence } from '../evidence.js';
import { DIPLOMAS } from '../lexicon/diplomas.js';

/** A diploma or certificate as it is written, with the French level it stands for (0: a certificate without level). */
export interface Diploma {
  name: string;
  level: number;
  evidence: Evidence;
}

const PATTERNS = DIPLOMAS.map(
  ([pattern, level]) => [new RegExp(`(?<![a-z+])(?:${pattern})(?![a-z])`, 'g'), level] as const,
);
/** Everyday words in small letters: `le but`, `un cap`. */
const CAPITALS_ONLY = /^(?:but|cap|bp|mba|fco|bepa|capa)$/;
const GOES_ON = /^(?: (?:mention )?[\p{L}\p{N}+’'&°-]+){0,10}/u;
const STOPS =
  /\s(?:ou|et (?:\p{Lu}\p{L}*|une?|deux|trois|\d|vous|l[ae]s?|l['’]|je|j['’]|d['’]|formation|expérience|CAP|BTS|BEP|BAFA|CACES|bac|licence|master|permis|un)|souhaitée?|exigée?|appréciée?|requise?|demandée?|serait|est|minimum|obligatoire|obtenue?|en cours|idéalement|avec|validée?|depuis|puis|à|au|aux|dans|chez|lycée|pour|que|j['’]|je|équivalent|impérati|indispensable|nécessaire|ainsi|complétée?|suivie?|université|IUT|par|mais|vous|recherché|option|préparée?|niveau|dont|passée?|sans|même|plus|qui|ne|n['’]|ni|en (?:19|20)\d\d|(?:19|20)\d\d)(?![\p{L}]).*$/u;

/** Diplomas named in a text, each once, in its order. */
export function diplomasIn(text: string): Diploma[] {
  const { text: folded, origins } = fold(text);
  const found: Diploma[] = [];
  const taken: [number, number][] = [];
  for (const [pattern, level] of PATTERNS) {
    for (const { 0: name, index } of folded.matchAll(pattern)) {
      const start = origins[index] ?? 0;
      const end = origins[index + name.length] ?? text.length;
      const raw = text.slice(start, end);
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      if (CAPITALS_ONLY.test(name) && raw !== raw.toUpperCase()) continue;
      taken.push([start, end]);
      const rest = GOES_ON.exec(text.slice(end).replaceAll(/[\u00a0\u202f]/g, ' '))?.[0] ?? '';
      const length = end - start + rest.replace(STOPS, '').trimEnd().length;
      const evidence = evidenceAt(text, start, start + length);
      found.push({ name: evidence.text, level, evidence });
    }
  }
  return found.toSorted((a, b) => a.evidence.start - b.evidence.start);
}
