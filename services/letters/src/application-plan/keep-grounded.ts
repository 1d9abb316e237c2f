import type { ApplicationPlan, planApplication, RequestOf } from '#libs/contracts';
import { isKnown } from '../engine-work/is-known.js';
import { standsIn } from '../engine-work/stands-in.js';

/** A plan in the order of its days, without arguments that the experience does not prove, nor weaknesses that nobody asked about. */
export function keepGrounded(
  plan: ApplicationPlan,
  request: RequestOf<typeof planApplication>,
): ApplicationPlan {
  const isTold = standsIn(request.experience);
  const known = isKnown(request);
  return {
    ...plan,
    arguments: plan.arguments.filter(({ excerpt }) => isTold(excerpt)),
    weaknesses: plan.weaknesses.filter(({ gap }) => known(gap)),
    steps: plan.steps.toSorted((a, b) => a.inDays - b.inDays),
  };
}
