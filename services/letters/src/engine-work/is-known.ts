import { skillsNamed, tradeIn } from '#libs/career-french';
import { standsIn } from './stands-in.js';

interface Aim {
  readonly experience: string;
  readonly position: string;
  readonly offer?: string | undefined;
}

/**
 * A test whether a skill or a trade stands in what the user gave, or in our lexicon: nobody is sent to learn what does
 * not exist. Where neither an offer nor the lexicon says what the trade asks for, only the provider can, and all passes.
 */
export function isKnown({ experience, position, offer }: Aim): (words: string) => boolean {
  if (offer === undefined && tradeIn(position) === undefined) return () => true;
  const stands = standsIn([experience, position, offer].join('\n'));
  return (words) => stands(words) || skillsNamed(words).size > 0 || tradeIn(words) !== undefined;
}
