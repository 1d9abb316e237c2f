import { positionFor, readProfile, type ProfileReading } from '#libs/career-french';
import { NO_POSITION, TOO_LITTLE, UNKNOWN_TRADE, type LocalRefusal } from '../refusal.js';
import {
  compare,
  readTarget,
  type Answered,
  type Demand,
  type ReadTarget,
  type Target,
} from './demands.js';

export interface Weighed {
  readonly profile: ProfileReading;
  readonly target: ReadTarget;
  /** The trade aimed at, in the person's gender. */
  readonly to: string;
  readonly covered: Answered[];
  readonly missing: Demand[];
}

/** Reads a profile and what it aims at, and compares them; refuses a target that nothing describes, and a profile without skills. */
export function weighUp(request: Target & { profile: string }): Weighed | LocalRefusal {
  const profile = readProfile(request.profile);
  const target = readTarget(request);
  if (!target) return NO_POSITION;
  if (target.demands.length === 0) return UNKNOWN_TRADE;
  if (profile.skills.length === 0) return TOO_LITTLE;
  const to = positionFor(target.name, profile.gender);
  return { profile, target, to, ...compare(target.demands, profile) };
}
