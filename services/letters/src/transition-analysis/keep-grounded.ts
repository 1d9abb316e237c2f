import type { analyseTransition, RequestOf, TransitionAnalysis } from '#libs/contracts';
import { isKnown } from '../engine-work/is-known.js';
import { standsIn } from '../engine-work/stands-in.js';

/** An analysis without skills that the experience does not show, nor skills and trades that nobody knows. */
export function keepGrounded(
  analysis: TransitionAnalysis,
  request: RequestOf<typeof analyseTransition>,
): TransitionAnalysis {
  const isTold = standsIn(request.experience);
  const known = isKnown(request);
  return {
    ...analysis,
    transferable: analysis.transferable.filter(({ excerpt }) => isTold(excerpt)),
    gaps: analysis.gaps.filter(({ skill }) => known(skill)),
    bridges: analysis.bridges.filter(({ trade }) => known(trade)),
  };
}
