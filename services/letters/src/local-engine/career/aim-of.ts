import { positionFor, readOffer, readProfile } from '#libs/career-french';
import { nameGiven } from '../name-given.js';

interface Aim {
  readonly experience: string;
  readonly position: string;
  readonly offer?: string | undefined;
}

/** The trade aimed at, in the person's gender: as it was given, or as the offer names it. */
export function aimOf({ experience, position, offer = '' }: Aim): string {
  const named = nameGiven(position) ?? readOffer(offer).position?.value ?? '';
  return positionFor(named, readProfile(experience).gender).slice(0, 200);
}
