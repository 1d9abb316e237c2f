import { readOffer, readProfile } from '#libs/career-french';
import type { RequestOf, writeLetter } from '#libs/contracts';
import { layOut, setInFrench } from '../local-engine/index.js';
import type { CoverLetter } from './cover-letter.js';

/** The whole letter, set by French rules, with what the user told of sender and recipient around its words. */
export function textOf(
  letter: CoverLetter,
  { experience, offer, company }: RequestOf<typeof writeLetter>,
): string {
  const { subject, greeting, paragraphs, closing } = letter;
  const words = {
    subject: setInFrench(subject),
    greeting: setInFrench(greeting),
    paragraphs: paragraphs.map(setInFrench),
    closing: setInFrench(closing),
  };
  const recipient = company?.trim() || (offer && readOffer(offer).company?.value);
  return layOut(words, readProfile(experience).person, recipient || undefined);
}
