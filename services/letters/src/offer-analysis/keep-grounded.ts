import type { OfferAnalysis } from '#libs/contracts';
import { standsIn } from '../engine-work/stands-in.js';

/** An analysis without what does not stand in the offer: skills and qualities, employer, place and salary. */
export function keepGrounded(analysis: OfferAnalysis, offer: string): OfferAnalysis {
  const isInOffer = standsIn(offer);
  const grounded = ({ excerpt }: { readonly excerpt: string }) => isInOffer(excerpt);
  const said = (words: string | null) => (words !== null && isInOffer(words) ? words : null);
  const { company, place, salary } = analysis;
  return {
    ...analysis,
    ...{ company: said(company), place: said(place), salary: said(salary) },
    skills: analysis.skills.filter(grounded),
    qualities: analysis.qualities.filter(grounded),
  };
}
