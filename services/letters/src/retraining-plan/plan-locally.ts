import type { RetrainingPlan } from '#libs/contracts';
import { isRefusal, planRetraining, type LocalRefusal } from '../local-engine/index.js';

type Request = Parameters<typeof planRetraining>[0];

/** The local engine's plan, within the bounds of every plan. */
export function planLocally(request: Request): RetrainingPlan | LocalRefusal {
  const planned = planRetraining(request);
  if (isRefusal(planned)) return planned;
  const { to, summary, assets, toLearn, phases, funding } = planned;
  return {
    ...{ to: to.slice(0, 200), summary },
    assets: assets.map(({ skill, excerpt }) => ({ skill, excerpt: excerpt.slice(0, 400) })),
    toLearn: toLearn.map((one) => ({ ...one, reason: one.reason.slice(0, 600) })),
    ...{ phases, funding },
  };
}
