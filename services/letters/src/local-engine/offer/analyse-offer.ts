import { positionFor, readOffer, type ContractKind, type Importance } from '#libs/career-french';
import { setInFrench } from '../letter/typography.js';
import { NOTHING_ASKED, type LocalRefusal } from '../refusal.js';
import { LOCAL_ENGINE } from '../version.js';
import { adviceOn } from './advice.js';

/** What an offer asks for; what it does not say is null or an empty list, every skill rests on its words. */
export interface LocalOfferAnalysis {
  engine: 'local';
  engineVersion: string;
  position: string | null;
  company: string | null;
  place: string | null;
  contract: ContractKind | null;
  salary: string | null;
  experienceYears: number | null;
  education: string | null;
  skills: { name: string; importance: Importance; excerpt: string }[];
  qualities: { name: string; excerpt: string }[];
  tasks: string[];
  keywords: string[];
  advice: string[];
}

const MOST_KEYWORDS = 20;
/** One word that looks like a skill makes no offer. */
const LEAST_SKILLS = 2;

/** Reads an offer; refuses a text that names no position and hardly a skill. */
export function analyseOffer(text: string): LocalOfferAnalysis | LocalRefusal {
  const offer = readOffer(text);
  if (!offer.position && offer.skills.length < LEAST_SKILLS) return NOTHING_ASKED;
  const languages = offer.languages.map(({ name, importance, evidence }) => ({
    name,
    importance,
    excerpt: evidence.text,
  }));
  const hard = offer.skills.filter(({ skill }) => skill.kind === 'hard');
  const soft = offer.skills.filter(({ skill }) => skill.kind === 'soft');
  const position = offer.position && positionFor(offer.position.value, undefined);
  const keywords = [
    position,
    ...hard.map(({ skill }) => skill.name),
    ...languages.map(({ name }) => name),
    ...soft.map(({ skill }) => skill.name),
  ];
  return {
    ...LOCAL_ENGINE,
    position: offer.position?.value ?? null,
    company: offer.company?.value ?? null,
    place: offer.place?.value ?? null,
    contract: offer.contract?.value ?? null,
    salary: offer.salary?.value ?? null,
    experienceYears: offer.experienceYears?.value ?? null,
    education: offer.diplomas.find(({ level }) => level > 0)?.name ?? null,
    skills: [
      ...hard.map(({ skill, importance, evidence }) => ({
        name: skill.name,
        importance,
        excerpt: evidence.text,
      })),
      ...languages,
    ],
    qualities: soft.map(({ skill, evidence }) => ({ name: skill.name, excerpt: evidence.text })),
    tasks: offer.tasks.map(({ value }) => value),
    keywords: [...new Set(keywords.filter((word) => word !== undefined))].slice(0, MOST_KEYWORDS),
    advice: adviceOn(offer).map(setInFrench),
  };
}
