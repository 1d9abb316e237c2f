import { Controller } from '@nestjs/common';
import type { Generated } from '#libs/ai';
import {
  analyseTransition,
  transitionAnalysed,
  type ReplyOf,
  type RequestOf,
  type TransitionAnalysis,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { strangeNamesIn } from './claims/strange-names.js';
import { EngineWork } from './engine-work/engine-work.js';
import { keepResult } from './engine-work/keep-result.js';
import { nameGiven } from './local-engine/index.js';
import { analyseLocally } from './transition-analysis/analyse-locally.js';
import { keepGrounded } from './transition-analysis/keep-grounded.js';
import { scoreOf, setOut } from './transition-analysis/set-out.js';
import { transitionAnalysisPrompt } from './transition-analysis/transition-analysis.v1.js';

/** A change of career by the configured engine, under a hold; what the experience does not say is left out of it. */
@Controller()
export class AnalyseTransitionHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly engineWork: EngineWork,
  ) {}

  @Handles(analyseTransition)
  handle(request: RequestOf<typeof analyseTransition>, call: Call) {
    const { experience, position, offer, idempotencyKey: key, expectedCost } = request;
    const { userId } = call;
    const thisYear = new Date().getFullYear();
    return this.heldWork.run<Analysed, Reply, typeof transitionAnalysed>({
      ...{ call, action: 'transition_carriere', event: transitionAnalysed },
      ...{ idempotencyKey: key, expectedCost },
      ...this.engineWork.of(userId, {
        freeDraft: request.freeDraft,
        prompt: transitionAnalysisPrompt,
        input: { experience, poste: nameGiven(position) ?? null, annonce: offer ?? null },
        local: () => analyseLocally({ profile: experience, position, offer, thisYear }),
        faultIn: (analysis) => strangeNamesIn(analysis, [experience, position, offer]),
        finish: (value) => {
          const analysis = keepGrounded(value, request);
          return { analysis, text: setOut(analysis) };
        },
      }),
      store: async (tx, made, hold) => {
        const document = { userId, kind: 'transition-analysis' } as const;
        const { documentId, reply, data } = await keepResult(tx, made, { ...document, key, hold });
        const { analysis } = made.value;
        const score = scoreOf(analysis);
        const { transferable, gaps, bridges } = analysis;
        return {
          documentId,
          reply: { ...reply, score, analysis },
          data: {
            ...{ ...data, score, transferable: transferable.length },
            ...{ gaps: gaps.length, bridges: bridges.length },
          },
        };
      },
    });
  }
}

type Analysed = Generated<{ readonly analysis: TransitionAnalysis; readonly text: string }>;
type Reply = ReplyOf<typeof analyseTransition>;
