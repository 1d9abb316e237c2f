import { namedIn } from './named-in.js';

/** Names of the skills that a text speaks of, whoever has them and however it speaks of them. */
export function skillsNamed(text: string): Set<string> {
  return namedIn(text).skills;
}
