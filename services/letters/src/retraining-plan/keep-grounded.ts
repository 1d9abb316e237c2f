import type { planRetraining, RequestOf, RetrainingPlan } from '#libs/contracts';
import { isKnown } from '../engine-work/is-known.js';
import { standsIn } from '../engine-work/stands-in.js';
import { aimOf } from '../local-engine/index.js';

/** A plan to the trade that was asked about, without assets that the experience does not show, nor skills that nobody knows. */
export function keepGrounded(
  plan: RetrainingPlan,
  request: RequestOf<typeof planRetraining>,
): RetrainingPlan {
  const isTold = standsIn(request.experience);
  const known = isKnown(request);
  return {
    ...plan,
    to: aimOf(request),
    assets: plan.assets.filter(({ excerpt }) => isTold(excerpt)),
    toLearn: plan.toLearn.filter(({ skill }) => known(skill)),
  };
}
