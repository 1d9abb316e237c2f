import { workplaceNamed, type AskedSkill, type ProfileReading } from '#libs/career-french';
import { countWords, fold } from '#libs/french-text';
import { bridgeLines, NAMED_BEFORE } from './bridge-lines.js';
import { careerLines } from './career-lines.js';
import { enumerate, of } from './enumerate.js';
import { linked, withoutRepeats } from './flow.js';
import { learningLines } from './learning-lines.js';
import { claim, convention, type Line } from './line.js';
import { ownLines } from './own-lines.js';
import { inParagraphs } from './paragraphs.js';
import { PHRASES, type Address, type Phrases } from './phrases.js';
import type { Tone } from './request.js';
import { coveredDemands, furtherSkills, practised } from './skill-lines.js';

/** What a letter is made of, read from the request. */
export interface Material {
  profile: ProfileReading;
  /** The profile as it was given. */
  text: string;
  asked: AskedSkill[];
  answersOffer: boolean;
  position: string;
  company: string | undefined;
  tone: Tone;
}

/** How much is said: words aimed at, and whether a short letter is told at more length. */
export interface Measure {
  words: number;
  thorough: boolean;
}

const MOST_OF_US = 80;

/** The paragraphs of a letter, you (the offer), me (what was done), us (what comes of it), the meeting; undefined without a claim. */
export function compose(material: Material, { words, thorough }: Measure): Line[][] | undefined {
  const { profile, text, asked, position, company, tone } = material;
  const phrases = PHRASES[tone];
  const address = addressOf(position, company);
  const covered = coveredDemands(asked, profile);
  const opening = [
    convention(openingOf(phrases, material)(address)),
    ...coveredLine(phrases, covered),
  ];
  const jobs = careerLines(profile, text);
  const own = ownLines(profile, 'claim').filter((line) => !isToldIn(jobs, line));
  const career = [...jobs, ...own];
  const told = withoutRepeats([...career, ...learningLines(profile, career)]);
  const further = furtherSkills(profile, [...told, ...opening], asked, thorough ? 6 : 4);
  const hopes = [
    ...bridgeLines(profile, position, covered, thorough),
    ...ownLines(profile, 'wish'),
  ];
  const together = [...upTo(MOST_OF_US, hopes), convention(phrases.together(address))];
  const meeting = [...(thorough ? [convention(phrases.reserve)] : []), convention(phrases.meeting)];
  const around = [...opening, ...together, ...meeting, convention(phrases.closing)];
  const middle = inParagraphs([...told, ...further], words - wordsIn(around));
  return middle.length === 0 ? undefined : linked([opening, ...middle, together, meeting]);
}

function coveredLine(phrases: Phrases, covered: readonly AskedSkill[]): Line[] {
  const demands = covered.slice(0, NAMED_BEFORE);
  const labels = practised(demands.map(({ skill }) => skill));
  if (labels.length === 0) return [];
  const sentence = phrases.covered(enumerate(labels), labels.length > 1);
  return [claim(sentence, ...demands.map(({ evidence }) => evidence.text))];
}

function addressOf(position: string, company: string | undefined): Address {
  const ofPosition = of(position);
  if (company) return { ofPosition, ...workplaceNamed(company) };
  const [to, at] = ['à votre équipe', 'au sein de votre équipe'];
  return { ofPosition, at, to, the: 'votre équipe', of: 'de votre équipe' };
}

/** The same name chooses the same words each time; without an offer none is spoken of. */
function openingOf({ openings }: Phrases, { answersOffer, company, position }: Material) {
  const [first] = openings;
  if (!answersOffer) return first;
  let sum = 0;
  for (const unit of fold(company ?? position).text) sum += unit.charCodeAt(0);
  return openings[sum % openings.length] ?? first;
}

/** As many lines, from the first, as a number of words holds. */
function upTo(words: number, lines: readonly Line[]): Line[] {
  return lines.filter((_, at) => wordsIn(lines.slice(0, at + 1)) <= words);
}

function wordsIn(lines: readonly Line[]): number {
  return countWords(lines.map(({ text }) => text).join(' '));
}

function isToldIn(lines: readonly Line[], { text }: Line): boolean {
  return lines.some((line) => line.text === text);
}
