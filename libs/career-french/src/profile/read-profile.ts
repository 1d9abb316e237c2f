import { evidenceAt, isInside, mentionsOf, type Evidence, type Found } from '../evidence.js';
import { entriesIn, type Entry } from '../matching/lexicon-index.js';
import { stanceOf } from '../matching/stance.js';
import type { Skill } from '../skill.js';
import { diplomasIn, type Diploma } from '../text/diploma.js';
import { languagesIn, type SpokenLanguage } from '../text/language.js';
import { sentencesOf, type Sentence } from '../text/sentences.js';
import { tokensOf, type Token } from '../text/token.js';
import type { Trade } from '../trade.js';
import { readCareer } from './career.js';
import type { Experience } from './experience.js';
import { saidOf, type SaidKind } from './first-person.js';
import { genderIn, type Gender } from './gender.js';
import { personIn, type Person } from './person.js';

export interface OwnSkill {
  skill: Skill;
  evidence: Evidence;
}

/** What someone says of themselves, each with the passage it was read from; nothing is concluded from a trade’s name. */
export interface ProfileReading {
  person: Person;
  gender: Gender | undefined;
  trades: Found<Trade>[];
  skills: OwnSkill[];
  /** Named, but denied or only wished for. */
  notClaimed: OwnSkill[];
  experiences: Experience[];
  diplomas: Diploma[];
  languages: SpokenLanguage[];
  /** Sentences and lines with a figure that measures something. */
  achievements: Found<string>[];
  /** Sentences in the first person that can stand in a letter. */
  said: Found<{ kind: SaidKind; text: string }>[];
}

/** Reads any text as a CV or as someone’s account of their work; it is only read, whatever it tells the reader to do. */
export function readProfile(text: string): ProfileReading {
  const tokens = tokensOf(text);
  const sentences = sentencesOf(text, tokens);
  const matches = entriesIn(tokens);
  const { experiences, interests } = readCareer(text);
  const diplomas = ownDiplomas(text, tokens);
  const notSkills = [
    ...interests,
    ...diplomas.filter(({ level }) => level > 0).map(({ evidence }) => evidence),
    ...experiences.flatMap(({ employer }) => mentionsOf(text, employer)),
  ];
  // The name of a diploma is nobody’s gender.
  const own = matches.filter(
    ({ from, to }) =>
      stanceOf(tokens, from, to) === 'said' &&
      !isInside(evidenceAt(text, tokens[from]?.start ?? 0, tokens[to]?.end ?? 0), notSkills),
  );
  const skills = new Map<string, OwnSkill>();
  const notClaimed = new Map<string, OwnSkill>();
  const trades = new Map<Trade, Found<Trade>>();
  for (const { owner, from, to } of matches) {
    const evidence = evidenceAt(text, tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
    if (isInside(evidence, notSkills)) continue;
    const stance = stanceOf(tokens, from, to);
    if (owner.what === 'skill') {
      const { skill } = owner;
      const kept = stance === 'said' || stance === 'taught' ? skills : notClaimed;
      if (!kept.has(skill.name)) kept.set(skill.name, { skill, evidence });
    } else if (isOwnTrade(owner, tokens, from) && stance === 'said' && !trades.has(owner.trade)) {
      trades.set(owner.trade, { value: owner.trade, evidence });
    }
  }
  return {
    person: personIn(text),
    gender: genderIn(text, tokens, own),
    trades: [...trades.values()],
    skills: [...skills.values()],
    notClaimed: [...notClaimed.values()].filter(({ skill }) => !skills.has(skill.name)),
    experiences,
    diplomas,
    languages: sentences.flatMap((sentence) => languagesIn(text, sentence, tokens)).filter(isFirst),
    achievements: sentences
      .filter(isMeasured)
      .map((sentence) => ({ value: sentence.text, evidence: sentence })),
    said: sentences.flatMap((sentence) => {
      const kind = saidOf(sentence);
      return kind ? [{ value: { kind, text: sentence.text }, evidence: sentence }] : [];
    }),
  };
}

/** In the singular, and not the object of a training: « formation d’agent de sécurité », « recrutement de caristes ». */
function isOwnTrade(
  owner: Entry,
  tokens: readonly Token[],
  from: number,
): owner is Entry & { what: 'trade' } {
  const before = tokens.slice(Math.max(0, from - 3), from).map(({ word }) => word);
  // « je préviens l’infirmière » speaks of somebody else.
  if (/^(?:l|le|la|notre|mon|ma|mes|nos)$/.test(before.at(-1) ?? '')) return false;
  if (before.some((word) => /^(?:formation|stage|titre|diplome|examen|concours|ecole)$/.test(word)))
    return false;
  return owner.what === 'trade' && !/[^s]s$/.test(tokens[from]?.word ?? '');
}

function ownDiplomas(text: string, tokens: readonly Token[]): Diploma[] {
  return diplomasIn(text).filter(({ evidence }) => {
    const place = tokens.findIndex(({ start }) => start >= evidence.start);
    return place < 0 || stanceOf(tokens, place, place) !== 'denied';
  });
}

const MEASURE =
  /(?<![\d/.,-])(?!(?:19|20)\d\d(?!\d))\d[\d \u00a0\u202f]*(?:,\d+)? ?(?:%|€|k€|euros|m²|kg|tonnes|\p{Ll}{3,})/u;
const NO_MEASURE =
  /^\d{1,4} (?:bis |ter )?(?:quai|place|allée|chemin|boulevard|impasse)|instructions|énergie|@|\d ?(?:ans|mois|h|rue|avenue|bis|heures)(?![\p{L}])|\d{2} \d{2} \d{2}|\d{5}/u;

/** A figure that tells how much or how many, not how long or where. */
function isMeasured({ text }: Sentence): boolean {
  const rest = text
    .replace(/\d{1,2} (?:ans|mois|années|h|heures)(?![\p{L}])/gu, ' ')
    .replace(/(?:19|20)\d\d/g, ' ');
  return MEASURE.test(rest) && !NO_MEASURE.test(rest);
}

function isFirst(language: SpokenLanguage, index: number, all: readonly SpokenLanguage[]): boolean {
  return all.findIndex(({ name }) => name === language.name) === index;
}
