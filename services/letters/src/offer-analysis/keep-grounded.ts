import type { OfferAnalysis } from '#libs/contracts';
import { standsIn } from '../engine-work/stands-in.js';

/** An analysis without the skills and qualities whose words do not stand in the offer: nothing is invented. */
export function keepGrounded(analysis: OfferAnalysis, offer: string): OfferAnalysis {
  const isInOffer = standsIn(offer);
  const grounded = ({ excerpt }: { readonly excerpt: string }) => isInOffer(excerpt);
  return {
    ...analysis,
    skills: analysis.skills.filter(grounded),
    qualities: analysis.qualities.filter(grounded),
  };
}
