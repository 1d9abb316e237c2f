import { evidenceAt } from '../evidence.js';
import { tradeNamed } from '../matching/lexicon-index.js';
import { tokensOf } from '../text/token.js';
import type { Experience } from './experience.js';
import { periodIn, type Period } from './period.js';
import { splitWorkplace } from './workplace.js';

const TOLD =
  /(?:comme|en tant qu['’ ]?e?|en qualité d['’e]|je suis|j['’]étais|j['’]ai été|fonction de|poste de|métier d['’e]|devenue?)(?: (?:aujourd['’]hui|actuellement|une?|d['’]abord|ensuite|donc|le|la))? ?(?=(\p{L}[^.;:!?\n]{2,110}))/giu;
const DURATION =
  /(?<![\d.])(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt) (?:ans?|années?|mois)(?![\p{L}])/iu;

const MOST = 100;

/** Jobs told in sentences: « j’ai travaillé cinq ans comme serveuse au restaurant Le Quai ». */
export function toldExperiences(text: string, known: readonly Experience[]): Experience[] {
  const told: Experience[] = [];
  const matches = [...text.matchAll(TOLD)].slice(0, MOST);
  for (const match of matches) {
    const words = match[1] ?? '';
    const trade = tradeNamed(tokensOf(words).slice(0, 6));
    const start = text.lastIndexOf('\n', match.index) + 1;
    const before = text.lastIndexOf('. ', match.index);
    const sentenceStart = Math.max(start, before < 0 ? 0 : before + 2);
    const stop = /[.!?\n]/.exec(text.slice(match.index + match[0].length));
    const end = stop ? match.index + match[0].length + stop.index : text.length;
    const evidence = evidenceAt(text, sentenceStart, end);
    if (
      !trade ||
      known.some((one) => one.evidence.start <= evidence.start && one.evidence.end >= evidence.end)
    )
      continue;
    const [head = ''] = words.split(
      /,|\s?\((?=[^)]{0,30}\d{4})| pendant | durant | depuis | de (?=\d{4})| où | et | puis | avant | en (?=\d{4})| après | jusqu/u,
    );
    const { title, workplace, employer, place } = splitWorkplace(head.trim());
    const alone = matches.filter(({ index }) => index >= sentenceStart && index < end).length === 1;
    told.push({
      title,
      trade: trade.trade,
      workplace,
      employer,
      place,
      // Of two jobs in one sentence the years are certain only right before and right behind.
      period: periodBeside(text, match, words) ?? (alone ? periodIn(evidence.text) : undefined),
      duration: alone ? DURATION.exec(evidence.text)?.[0] : undefined,
      tasks: [],
      evidence,
    });
  }
  return told;
}

/** « Depuis 2018 je suis … », « j’ai été ouvrier boulanger (2013-2018) ». */
function periodBeside(text: string, { index }: RegExpExecArray, words: string): Period | undefined {
  const before = /depuis (?:19|20)\d\d,? $/iu.exec(text.slice(Math.max(0, index - 20), index));
  const behind = /^[^,;()]{0,80}\(([^()]{0,40}\d{4}[^()]{0,40})\)/u.exec(words);
  const said = before?.[0] ?? behind?.[1];
  return said === undefined ? undefined : periodIn(said);
}
