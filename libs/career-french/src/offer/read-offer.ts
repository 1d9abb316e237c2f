import { fold } from '#libs/french-text';
import { evidenceAt, isInside, mentionsOf, type Evidence, type Found } from '../evidence.js';
import type { ContractKind } from '../lexicon/contracts.js';
import { entriesIn, tradeNamed } from '../matching/lexicon-index.js';
import { stanceOf } from '../matching/stance.js';
import type { Skill } from '../skill.js';
import { diplomasIn, type Diploma } from '../text/diploma.js';
import { languagesIn, type SpokenLanguage } from '../text/language.js';
import { placeIn } from '../text/place.js';
import { sentencesOf, type Sentence } from '../text/sentences.js';
import { tokensOf, type Token } from '../text/token.js';
import type { Trade } from '../trade.js';
import { experienceAsked } from './asked-experience.js';
import { companyIn } from './company.js';
import { importanceIn, type Importance } from './importance.js';
import { positionIn } from './position.js';
import { headingOf, type Section } from './section.js';
import { tasksIn } from './tasks.js';
import { contractIn, referenceIn, salaryIn } from './terms.js';
import { toneOf, type OfferTone } from './tone.js';

export interface AskedSkill {
  skill: Skill;
  importance: Importance;
  evidence: Evidence;
}

/** What an offer says, each with the passage it was read from; what it does not say is undefined or empty. */
export interface OfferReading {
  position: Found<string> | undefined;
  trade: Trade | undefined;
  company: Found<string> | undefined;
  place: Found<string> | undefined;
  contract: Found<ContractKind> | undefined;
  salary: Found<string> | undefined;
  reference: Found<string> | undefined;
  experienceYears: Found<number> | undefined;
  diplomas: Diploma[];
  languages: (SpokenLanguage & { importance: Importance })[];
  skills: AskedSkill[];
  tasks: Found<string>[];
  tone: OfferTone;
}

/** Reads any text as a job offer; it is only read, whatever it tells the reader to do. */
export function readOffer(text: string): OfferReading {
  const tokens = tokensOf(text);
  const sentences = inSections(sentencesOf(text, tokens));
  const told = sentences.filter(({ sentence, section }) => isDemand(sentence, section));
  const position = positionIn(text);
  const company = companyIn(text);
  const diplomas = diplomasIn(text);
  const names = [
    position?.evidence,
    ...diplomas.filter(({ level }) => level > 0).map(({ evidence }) => evidence),
  ];
  const named = [...names, ...mentionsOf(text, company?.value)].filter((one) => one !== undefined);
  return {
    position,
    trade: position && tradeNamed(tokensOf(position.value))?.trade,
    company,
    place: placeIn(text),
    contract: contractIn(text),
    salary: salaryIn(text),
    reference: referenceIn(text),
    experienceYears: experienceAsked(
      text,
      sentences.map(({ sentence }) => sentence),
    ),
    diplomas,
    languages: told.flatMap(({ sentence, section }) =>
      languagesIn(text, sentence, tokens).map((language) => ({
        ...language,
        importance: importanceOf(sentence, section, language.evidence.start),
      })),
    ),
    skills: askedSkills(text, tokens, told, named),
    tasks: tasksIn(sentences),
    tone: toneOf(text),
  };
}

interface Placed {
  sentence: Sentence;
  section: Section;
}

/** « Vous connaissez le vin ? Ce serait un plus. » tells of the sentence before. */
const TOLD_BEFORE =
  /^(?:si (?:oui|vous \w+), ?)?(?:c'est|ce serait|cela serait|ce sera) .{0,30}(?:plus|atout|apprecie|bienvenu)/;

function inSections(sentences: Sentence[]): Placed[] {
  let section: Section = 'open';
  return sentences.flatMap((sentence, index) => {
    const heading = headingOf(sentence.text + (sentence.mark === '\n' ? '' : sentence.mark));
    if (heading) section = heading;
    const bare = heading && !/:\s*\S/.test(sentence.text);
    const next = sentences[index + 1];
    const wished = next && TOLD_BEFORE.test(fold(next.text).text);
    return bare ? [] : [{ sentence, section: wished ? 'wished' : section }];
  });
}

const NO_DEMAND =
  /^(?:nous (?:vous )?(?:proposons|offrons)|avantages|remuneration|salaire|horaires|mutuelle|primes?)(?![a-z])/;

function isDemand(sentence: Sentence, section: Section): boolean {
  if (section === 'about' || section === 'conditions') return false;
  return !NO_DEMAND.test(fold(sentence.text).text);
}

const HIRES = /^(?:recrut|recherch|cherch|embauch)(?:e|ons|ent)$/;

function askedSkills(
  text: string,
  tokens: readonly Token[],
  told: readonly Placed[],
  named: readonly Evidence[],
): AskedSkill[] {
  const byName = new Map<string, AskedSkill>();
  for (const { owner, from, to } of entriesIn(tokens)) {
    const start = tokens[from]?.start ?? 0;
    const placed = told.find(({ sentence }) => from >= sentence.from && to < sentence.to);
    if (owner.what !== 'skill' || !placed || stanceOf(tokens, from, to) === 'denied') continue;
    if (stanceOf(tokens, from, to) === 'taught') continue;
    const { sentence, section } = placed;
    // What stands before « recrute » is said of the employer.
    if (tokens.slice(to, sentence.to).some(({ word }) => HIRES.test(word))) continue;
    const evidence = evidenceAt(text, start, tokens[to]?.end ?? start);
    if (isInside(evidence, named)) continue;
    const importance = importanceOf(sentence, section, start);
    const known = byName.get(owner.skill.name);
    if (!known) byName.set(owner.skill.name, { skill: owner.skill, importance, evidence });
    else if (importance === 'required') known.importance = 'required';
  }
  return [...byName.values()];
}

function importanceOf(sentence: Sentence, section: Section, start: number): Importance {
  if (section === 'wished') return 'preferred';
  return importanceIn(fold(sentence.text).text, start - sentence.start);
}
