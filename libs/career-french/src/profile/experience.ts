import { fold } from '#libs/french-text';
import type { Evidence, Found } from '../evidence.js';
import { beginsWithTrade, tradeNamed } from '../matching/lexicon-index.js';
import { diplomasIn } from '../text/diploma.js';
import { tokensOf } from '../text/token.js';
import { VERB_OF_INFINITIVE, VERB_OF_NOUN } from '../text/verb.js';
import type { Trade, TradeName } from '../trade.js';
import { periodIn, type Period } from './period.js';
import { splitWorkplace } from './workplace.js';

/** Work that someone did: their own words for what, where and when; what they do not say is undefined. */
export interface Experience {
  title: string;
  trade: Trade | undefined;
  /** With its preposition: `chez Maison Lenoir`, `à l’hôpital Saint-Luc`. */
  workplace: string | undefined;
  /** The workplace’s name alone. */
  employer: string | undefined;
  place: string | undefined;
  period: Period | undefined;
  /** Lasted for, as written: `cinq ans`. */
  duration: string | undefined;
  tasks: Found<string>[];
  evidence: Evidence;
}

const DURATION =
  /\(?(?<![\d.])(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt) (ans?|années?|mois)(?: et demie?)?\)?/iu;
const STUDIES =
  /(?<![a-z])(?:diplome|formation|lycee|universite|baccalaureat|bac|licence|master|bts|dut|cap|bep|ecole superieure|etudes|titre professionnel|certificat|permis)(?![a-z])/;
/** What is a diploma whatever trade it names: `Diplôme d’État d’infirmier`. */
const STUDY_TITLE =
  /^(?:diplome|formation|baccalaureat|bac|licence|master|bts|dut|but|cap|bep|titre|certificat|permis|brevet|etudes)(?![a-z])/;
const MOST_TITLE_WORDS = 9;

/** A line of a CV, or several, that tell a job: a title with a period, a duration or a workplace; undefined for any other line. */
export function experienceIn(
  evidence: Evidence,
  line: string,
  insideExperience: boolean,
): Experience | undefined {
  const period = periodIn(line);
  const withoutPeriod = period ? blank(line, period.index, period.text.length) : line;
  const duration = DURATION.exec(withoutPeriod);
  const bare = duration ? blank(withoutPeriod, duration.index, duration[0].length) : withoutPeriod;
  const [head, rest] = headAndTasks(bare);
  // A sentence about oneself is told as a sentence.
  if (/(?<![\p{L}])(?:j['’]|je )/iu.test(head)) return undefined;
  const { title, workplace, employer, place } = splitWorkplace(clean(head));
  const titled = tokensOf(title);
  const trade = tradeNamed(titled);
  const words = titled.filter(({ kind }) => kind === 'word').length;
  if (
    words === 0 ||
    words > MOST_TITLE_WORDS ||
    /^(?:je|j|nous|mon|ma|mes|apres|pendant|durant|avant|il|depuis|dans|en|puis|ensuite|aujourd)$/.test(
      titled[0]?.word ?? '',
    )
  )
    return undefined;
  if (/d['’]expérience/iu.test(bare) || STUDY_TITLE.test(fold(title).text)) return undefined;
  if (!trade && (STUDIES.test(fold(bare).text) || diplomasIn(bare).length > 0)) return undefined;
  const certain = period !== undefined || duration !== null || workplace !== undefined;
  if (!certain || !(beginsWithTrade(titled) || (period && (trade || insideExperience))))
    return undefined;
  return {
    title: spelt(title, trade?.name),
    trade: trade?.trade,
    workplace,
    employer,
    place,
    period,
    duration: duration?.[0].replace(/[()]/g, ''),
    tasks: taskItems(rest, evidence),
    evidence,
  };
}

/** In capitals the accents are lost; the lexicon knows them. */
function spelt(title: string, name: TradeName | undefined): string {
  if (/\p{Ll}/u.test(title) || !name) return title;
  const forms = [name.masculine, name.feminine];
  return forms.find((form) => fold(form).text === fold(title).text) ?? title;
}

/** The title with its workplace stands before a colon or a full stop, tasks behind. */
function headAndTasks(line: string): [head: string, tasks: string] {
  const opened = line.replace(/^[\s\u2000-\u200a:–—|,.;*•-]+/u, (lead) => ' '.repeat(lead.length));
  const end = /\s?:\s|\.\s+(?=\p{Lu}|\p{Ll})|\.$/u.exec(
    opened.replace(/(?:St|Ste|Mme|M|Dr)\. /g, (found) => found.replace('.', ' ')),
  );
  return end ? [opened.slice(0, end.index), opened.slice(end.index + end[0].length)] : [opened, ''];
}

function clean(head: string): string {
  return head
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s:–—|,;*•-]+|[\s:–—|,;(-]+$/gu, '')
    .replace(/\((?:\s*|[^()]{0,30}(?:19|20)\d\d[^()]{0,30})\)/g, '')
    .replace(/(?<=\s)(?:depuis|pendant|durant)\s*$/iu, '')
    .trim();
}

function blank(text: string, index: number, length: number): string {
  return text.slice(0, index) + ' '.repeat(length) + text.slice(index + length);
}

/** Tasks parted by commas, semicolons or full stops, those in brackets kept together. */
export function taskItems(text: string, evidence: Evidence): Found<string>[] {
  return text
    .split(/;\s|\.\s+|\.$|,\s(?![^()]*\))|\s•\s|\n/u)
    .flatMap(atAnd)
    .map((item) =>
      item
        .replace(/^[\s*•–—·-]+/u, '')
        .replace(/^et (?:aussi )?/, '')
        .trim(),
    )
    .filter((item) => item.length > 2)
    .map((value) => ({ value, evidence }));
}

/** « Suivi des indicateurs et amélioration continue », « gérer les stocks et former l’équipe » are two tasks. */
function atAnd(item: string): string[] {
  const parts = item.split(/ et (?=\p{Ll}+(?: |$))/u);
  const [first = ''] = parts;
  const opensTask = (part: string) => {
    const word = fold(/^\p{L}+/u.exec(part)?.[0] ?? '').text;
    return (
      VERB_OF_INFINITIVE.has(word) || (VERB_OF_NOUN.has(word) && / (?:d[eu’']|des) ?/.test(first))
    );
  };
  return parts.reduce<string[]>((tasks, part, index) => {
    if (index === 0 || opensTask(part)) return [...tasks, part];
    return [...tasks.slice(0, -1), `${tasks.at(-1) ?? ''} et ${part}`];
  }, []);
}
