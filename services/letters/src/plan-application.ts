import { Controller } from '@nestjs/common';
import type { Generated } from '#libs/ai';
import {
  applicationPlanned,
  planApplication,
  type ApplicationPlan,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { applicationPlanPrompt } from './application-plan/application-plan.v1.js';
import { keepGrounded } from './application-plan/keep-grounded.js';
import { planLocally } from './application-plan/plan-locally.js';
import { setOut } from './application-plan/set-out.js';
import { strangeNamesIn } from './claims/strange-names.js';
import { EngineWork } from './engine-work/engine-work.js';
import { keepResult } from './engine-work/keep-result.js';
import { aimOf, nameGiven } from './local-engine/index.js';

/** A plan for one application by the configured engine, under a hold; what the experience does not prove is left out of it. */
@Controller()
export class PlanApplicationHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly engineWork: EngineWork,
  ) {}

  @Handles(planApplication)
  handle(request: RequestOf<typeof planApplication>, call: Call) {
    const { experience, position, company, offer, idempotencyKey: key, expectedCost } = request;
    const { userId } = call;
    return this.heldWork.run<Planned, ReplyOf<typeof planApplication>, typeof applicationPlanned>({
      ...{ call, action: 'strategie_candidature', event: applicationPlanned },
      ...{ idempotencyKey: key, expectedCost },
      ...this.engineWork.of(userId, {
        freeDraft: request.freeDraft,
        prompt: applicationPlanPrompt,
        input: {
          ...{ experience, poste: nameGiven(position) ?? null },
          ...{ entreprise: nameGiven(company) ?? null, annonce: offer ?? null },
        },
        local: () => planLocally({ ...request, profile: experience }),
        faultIn: (plan) => strangeNamesIn(plan, [experience, position, company, offer]),
        finish: (value) => {
          const plan = keepGrounded(value, request);
          return { plan, text: setOut(plan, aimOf(request)) };
        },
      }),
      store: async (tx, made, hold) => {
        const document = { userId, kind: 'application-plan' } as const;
        const { documentId, reply, data } = await keepResult(tx, made, { ...document, key, hold });
        const { plan } = made.value;
        return {
          documentId,
          reply: { ...reply, plan },
          data: {
            ...{ ...data, arguments: plan.arguments.length, weaknesses: plan.weaknesses.length },
            ...{ steps: plan.steps.length, questions: plan.questions.length },
          },
        };
      },
    });
  }
}

type Planned = Generated<{ readonly plan: ApplicationPlan; readonly text: string }>;
