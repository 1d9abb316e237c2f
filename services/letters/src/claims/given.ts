import { readProfile, skillsNamed, tradesNamed, type Trade } from '#libs/career-french';
import { fold } from '#libs/french-text';
import { standsIn } from '../engine-work/stands-in.js';
import { experienceYears } from '../local-engine/index.js';
import { figuresIn } from './figures.js';

/** What a text bears out: its words, and what our lexicon reads in them. */
export interface Given {
  readonly stands: (words: string) => boolean;
  readonly hasWord: (word: string) => boolean;
  /** Those that it names, and those usual in a trade that it names. */
  readonly skills: ReadonlySet<string>;
  readonly trades: ReadonlySet<Trade>;
  readonly languages: ReadonlySet<string>;
  readonly figures: ReadonlySet<number>;
}

export function givenIn(text: string): Given {
  const words = new Set(wordsOf(text));
  const trades = tradesNamed(text);
  const usual = [...trades].flatMap((trade) => trade.skills);
  return {
    stands: standsIn(text),
    hasWord: (word) => {
      const wanted = wordsOf(word);
      return wanted.every((one) => words.has(one) || isShortFor(one, words));
    },
    skills: new Set([...skillsNamed(text), ...usual]),
    trades,
    languages: new Set(readProfile(text).languages.map(({ name }) => name)),
    figures: figuresIn(text),
  };
}

/** The most years that somebody may speak of: those that the experience dates, with the one that has begun. */
export function yearsWorked(experience: string, thisYear: number): number {
  return (experienceYears(readProfile(experience), thisYear) ?? -1) + 1;
}

/** `bac` for `baccalauréat`, `vendeuses` for `vendeuse`. */
function isShortFor(word: string, words: ReadonlySet<string>): boolean {
  if (word.length < 3) return false;
  return [...words].some((one) => one.startsWith(word) || (one.length > 3 && word.startsWith(one)));
}

function wordsOf(text: string): string[] {
  return fold(text).text.match(/[a-z0-9]+/g) ?? [];
}
