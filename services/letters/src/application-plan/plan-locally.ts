import type { ApplicationPlan } from '#libs/contracts';
import { isRefusal, planApplication, type LocalRefusal } from '../local-engine/index.js';

type Request = Parameters<typeof planApplication>[0];

/** The local engine's plan, within the bounds of every plan. */
export function planLocally(request: Request): ApplicationPlan | LocalRefusal {
  const planned = planApplication(request);
  if (isRefusal(planned)) return planned;
  const { summary, weaknesses, steps, questions } = planned;
  return {
    summary,
    arguments: planned.arguments.map(({ claim, excerpt }) => {
      return { claim, excerpt: excerpt.slice(0, 400) };
    }),
    weaknesses,
    steps: steps.map((step) => ({
      ...step,
      actions: step.actions.map((action) => action.slice(0, 600)),
    })),
    questions,
  };
}
