import {
  readOffer,
  skillNamed,
  tradeIn,
  type Importance,
  type OfferReading,
  type OwnSkill,
  type ProfileReading,
  type Skill,
  type Trade,
} from '#libs/career-french';
import { answerTo } from '../answer-to.js';
import { nameGiven } from '../name-given.js';

/** Where someone wants to go: a trade, an offer, or both. */
export interface Target {
  position?: string | undefined;
  offer?: string | undefined;
}

/** Something the target asks for; `excerpt` is the offer’s words, absent where it is only usual in the trade. */
export interface Demand {
  skill: Skill;
  importance: Importance;
  excerpt: string | undefined;
}

export interface ReadTarget {
  name: string;
  trade: Trade | undefined;
  offer: OfferReading | undefined;
  demands: Demand[];
}

/** What the target asks for: the offer’s demands, else what is usual in the trade; undefined when neither is known. */
export function readTarget({ position, offer }: Target): ReadTarget | undefined {
  const read = offer === undefined ? undefined : readOffer(offer);
  const name = nameGiven(position) ?? read?.position?.value;
  if (!name) return undefined;
  const trade = tradeIn(name);
  const asked =
    read?.skills.map(({ skill, importance, evidence }) => ({
      skill,
      importance,
      excerpt: evidence.text,
    })) ?? [];
  const usual = (trade?.skills ?? []).flatMap((words): Demand[] => {
    const skill = skillNamed(words);
    return skill ? [{ skill, importance: 'required', excerpt: undefined }] : [];
  });
  return { name, trade, offer: read, demands: asked.length > 0 ? asked : usual };
}

/** A demand and the passage of the profile that answers it. */
export interface Answered extends Demand {
  own: OwnSkill;
}

/** Parts demands into those that the profile answers with its own words and those it does not. */
export function compare(
  demands: readonly Demand[],
  profile: ProfileReading,
): { covered: Answered[]; missing: Demand[] } {
  const covered = demands.flatMap((demand) => {
    const found = answerTo(demand.skill, profile.skills);
    return found ? [{ ...demand, own: found }] : [];
  });
  return { covered, missing: demands.filter(({ skill }) => !answerTo(skill, profile.skills)) };
}
