import { namedIn, readProfile, type Trade } from '#libs/career-french';
import { standsIn } from '../engine-work/stands-in.js';
import { experienceYears } from '../local-engine/index.js';
import { figuresIn } from './figures.js';
import { wordsOf } from './words-of.js';

/** What a text bears out: its words, and what our lexicon reads in them. */
export interface Given {
  readonly stands: (words: string) => boolean;
  readonly hasWords: (words: string) => boolean;
  /** Those that it names, and those usual in a trade that it names. */
  readonly skills: ReadonlySet<string>;
  readonly trades: ReadonlySet<Trade>;
  readonly languages: ReadonlySet<string>;
  readonly figures: ReadonlySet<number>;
}

/** What somebody may be said to have done, `own`; and what may be spoken of, `all`: with what is aimed at. */
export interface Sources {
  readonly own: Given;
  readonly all: Given;
  /** The most years that may be spoken of: those that the experience dates, with the one that has begun. */
  readonly years: number;
}

/** Reads long texts; worth doing once. */
export function readSources(experience: string, aim: string, thisYear: number): Sources {
  const profile = readProfile(experience);
  const languages = new Set(profile.languages.map(({ name }) => name));
  const own = { ...givenIn(experience), languages };
  const years = (experienceYears(profile, thisYear) ?? -1) + 1;
  return { own, all: together(own, givenIn(aim)), years };
}

function givenIn(text: string): Given {
  const { skills, trades } = namedIn(text);
  const usual = [...trades].flatMap((trade) => trade.skills);
  return {
    ...{ stands: standsIn(text), hasWords: wordsOf(text), figures: figuresIn(text) },
    ...{ skills: new Set([...skills, ...usual]), trades, languages: new Set() },
  };
}

function together(one: Given, other: Given): Given {
  return {
    stands: (words) => one.stands(words) || other.stands(words),
    hasWords: (words) => one.hasWords(words) || other.hasWords(words),
    skills: new Set([...one.skills, ...other.skills]),
    trades: new Set([...one.trades, ...other.trades]),
    languages: one.languages,
    figures: new Set([...one.figures, ...other.figures]),
  };
}
