import { Controller } from '@nestjs/common';
import type { Generated } from '#libs/ai';
import {
  planRetraining,
  retrainingPlanned,
  type ReplyOf,
  type RequestOf,
  type RetrainingPlan,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { strangeNamesIn } from './claims/strange-names.js';
import { EngineWork } from './engine-work/engine-work.js';
import { keepResult } from './engine-work/keep-result.js';
import { nameGiven } from './local-engine/index.js';
import { keepGrounded } from './retraining-plan/keep-grounded.js';
import { planLocally } from './retraining-plan/plan-locally.js';
import { retrainingPlanPrompt } from './retraining-plan/retraining-plan.v1.js';
import { monthsOf, setOut } from './retraining-plan/set-out.js';

/** The way to another trade by the configured engine, under a hold; what the experience does not show is left out of it. */
@Controller()
export class PlanRetrainingHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly engineWork: EngineWork,
  ) {}

  @Handles(planRetraining)
  handle(request: RequestOf<typeof planRetraining>, call: Call) {
    const { experience, position, offer, idempotencyKey: key, expectedCost } = request;
    const { userId } = call;
    return this.heldWork.run<Planned, ReplyOf<typeof planRetraining>, typeof retrainingPlanned>({
      ...{ call, action: 'plan_reconversion', event: retrainingPlanned },
      ...{ idempotencyKey: key, expectedCost },
      ...this.engineWork.of(userId, {
        freeDraft: request.freeDraft,
        prompt: retrainingPlanPrompt,
        input: { experience, poste: nameGiven(position) ?? null, annonce: offer ?? null },
        local: () => planLocally({ profile: experience, position, offer }),
        faultIn: (plan) => strangeNamesIn(plan, [experience, position, offer]),
        finish: (value) => {
          const plan = keepGrounded(value, request);
          return { plan, text: setOut(plan) };
        },
      }),
      store: async (tx, made, hold) => {
        const document = { userId, kind: 'retraining-plan' } as const;
        const { documentId, reply, data } = await keepResult(tx, made, { ...document, key, hold });
        const { plan } = made.value;
        const { assets, toLearn, phases, funding } = plan;
        return {
          documentId,
          reply: { ...reply, plan },
          data: {
            ...{ ...data, assets: assets.length, toLearn: toLearn.length },
            ...{ phases: phases.length, months: monthsOf(plan), schemes: funding.length },
          },
        };
      },
    });
  }
}

type Planned = Generated<{ readonly plan: RetrainingPlan; readonly text: string }>;
