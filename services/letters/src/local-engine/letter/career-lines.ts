import { deedOf, type Deed, type Experience, type ProfileReading } from '#libs/career-french';
import { enumerate } from './enumerate.js';
import { claim, type Line } from './line.js';
import { ownLines } from './own-lines.js';

const MOST_JOBS = 3;
const INTERNSHIP = /^(?:stage|intérim)(?![\p{L}])/iu;
/** One works as somebody: what names nobody, such as a journey, is no title to be told. */
const PERSON =
  /^(?:stagiaire|bénévole|responsable|cadre|chef|cheffe|agente?|aide|apprentie?|chargée?|employée?|attachée?|associée?|auxiliaire|\p{L}+(?:eur|euse|rice|ier|ière|er|ère|ien|ienne|iste|ante?|aire|logue|graphe))(?![\p{L}])/iu;
const MOST_DEEDS = 5;
const MOST_MEASURED = 3;
/** `15 %`, `25 clients`; not the number in a name such as ISO 9001. */
const FIGURE = /(?<!\p{Lu}{2} ?)(?<![\p{L}\d])\d[\d \u202f]*(?:,\d+)? ?(?:%|€|k€|\p{Ll}{2,})/u;

/** The jobs of a CV in sentences, the first in the profile first: title, place and time, then what was done there. */
export function careerLines(profile: ProfileReading, text: string): Line[] {
  const { experiences, said } = profile;
  const told = experiences.filter(
    ({ title, trade, period, duration, tasks, workplace, evidence }) =>
      (period ?? duration) !== undefined &&
      (workplace !== undefined || tasks.length > 0) &&
      /\p{Ll}/u.test(title) &&
      (trade !== undefined || PERSON.test(title) || INTERNSHIP.test(title)) &&
      // What the user tells in a sentence is told in that sentence.
      !said.some((own) => own.evidence.start < evidence.end && own.evidence.end > evidence.start),
  );
  return told.slice(0, MOST_JOBS).flatMap((experience, index) => {
    const before = told[index - 1];
    const seen = new Set<string | undefined>();
    const deeds = experience.tasks.flatMap((task) => {
      const deed = deedOf(task.value);
      const again = seen.has(deed?.words);
      seen.add(deed?.words);
      return deed && !again ? [{ deed, excerpt: task.value }] : [];
    });
    const job = claim(jobSentence(experience, before, index), experience.evidence.text);
    const own = ownLines(profile, 'claim', (place) =>
      belongsTo(place, experience, told[index + 1], text),
    );
    return [job, ...deedLines(deeds, experience, index), ...own].map((one) => ({
      ...one,
      group: index,
    }));
  });
}

/** A sentence below a job’s line, with no empty line and no other job between, tells of that job. */
function belongsTo(
  place: number,
  { evidence }: Experience,
  next: Experience | undefined,
  text: string,
): boolean {
  if (
    place < evidence.end ||
    (next && place >= next.evidence.start && next.evidence.start > evidence.start)
  )
    return false;
  return !/\n\s*\n/.test(text.slice(evidence.end, place));
}

function jobSentence(
  experience: Experience,
  before: Experience | undefined,
  index: number,
): string {
  const { title, workplace, place, period } = experience;
  const where =
    `${workplace ? ` ${workplace}` : ''}${place ? `${workplace ? ',' : ''} à ${place}` : ''}`
      .replace(' à Le ', ' au ')
      .replace(' à Les ', ' aux ');
  const internship = INTERNSHIP.test(title);
  const what = internship
    ? `effectué un ${lowerFirst(title)}`
    : `travaillé comme ${lowerFirst(title)}`;
  if (period?.lasting) {
    return internship
      ? `Depuis ${period.from}, j’effectue un ${lowerFirst(title)}${where}.`
      : `Depuis ${period.from}, je travaille comme ${lowerFirst(title)}${where}.`;
  }
  const when = period
    ? period.to === undefined || period.to === period.from
      ? `en ${period.from}`
      : `de ${period.from} à ${period.to}`
    : '';
  if (before && period && before.period && before.period.from > period.from) {
    return `${index > 1 ? 'Plus tôt encore' : 'Auparavant'}, ${when}, j’ai ${what}${where}.`;
  }
  if (when !== '') return `${upperFirst(when)}, j’ai ${what}${where}.`;
  return internship
    ? `J’ai ${what}${where}.`
    : `J’ai travaillé ${experience.duration ?? ''} comme ${lowerFirst(title)}${where}.`;
}

interface ToldDeed {
  deed: Deed;
  excerpt: string;
}

/** What was done, then what was measured. */
function deedLines(deeds: readonly ToldDeed[], { workplace }: Experience, index: number): Line[] {
  const measured = deeds
    .filter(({ deed }) => deed.kind === 'done' && FIGURE.test(deed.words))
    .slice(0, MOST_MEASURED);
  const plain = deeds.filter((one) => !measured.includes(one)).slice(0, MOST_DEEDS);
  const lines: Line[] = [];
  const [there, start] =
    workplace && !workplace.startsWith('(') ? ['J’y ai', 'J’y ai'] : ['J’ai', 'À ce poste, j’ai'];
  if (plain.length > 0) lines.push(line(index === 0 ? start : there, plain));
  if (measured.length > 0) {
    const opening = plain.length > 0 ? (MEASURED[index] ?? 'J’ai également') : start;
    lines.push(line(opening, measured));
  }
  return lines;
}

const MEASURED = ['Un fait en donne la mesure : j’ai', 'J’ai également', 'Enfin, j’ai'];

function line(opening: string, told: readonly ToldDeed[]): Line {
  const opened =
    told.length > 1 ? opening.replace('Un fait en donne', 'Quelques faits en donnent') : opening;
  return claim(
    `${opened} ${joined(told.map(({ deed }) => deed))}.`,
    ...told.map(({ excerpt }) => excerpt),
  );
}

/** Deeds done one after the other; those assured share one verb and come last. */
function joined(deeds: readonly Deed[]): string {
  const done = deeds.filter(({ kind }) => kind === 'done').map(({ words }) => words);
  const assured = deeds.filter(({ kind }) => kind === 'assured').map(({ words }) => words);
  if (assured.length === 0) return doneList(done);
  const all = `assuré ${list(assured)}`;
  if (done.length === 0) return all;
  return done.length === 1 ? `${done[0]} et ${all}` : `${done.join(', ')}, et ${all}`;
}

function doneList(items: readonly string[]): string {
  const nested = items.slice(0, -1).some((item) => / et |, /.test(item));
  return nested ? `${items.slice(0, -1).join(', ')}, et ${items.at(-1)}` : enumerate(items);
}

/** Items that hold an « et » of their own are parted by « ainsi que ». */
function list(items: readonly string[]): string {
  const nested = items.some((item) => / et |, /.test(item));
  if (!nested || items.length < 2) return enumerate(items);
  return `${items.slice(0, -1).join(', ')}, ainsi que ${items.at(-1)}`;
}

function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
