import { Controller } from '@nestjs/common';
import type { Generated } from '#libs/ai';
import {
  analyseOffer,
  offerAnalysed,
  type OfferAnalysis,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { EngineWork } from './engine-work/engine-work.js';
import { keepResult } from './engine-work/keep-result.js';
import { analyseLocally } from './offer-analysis/analyse-locally.js';
import { keepGrounded } from './offer-analysis/keep-grounded.js';
import { offerAnalysisPrompt } from './offer-analysis/offer-analysis.v1.js';
import { setOut } from './offer-analysis/set-out.js';

/** What an offer asks for, by the configured engine, under a hold; refused before any energy moves when it asks for nothing. */
@Controller()
export class AnalyseOfferHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly engineWork: EngineWork,
  ) {}

  @Handles(analyseOffer)
  handle(request: RequestOf<typeof analyseOffer>, call: Call) {
    const { offer, idempotencyKey: key, expectedCost } = request;
    const { userId } = call;
    return this.heldWork.run<Analysed, ReplyOf<typeof analyseOffer>, typeof offerAnalysed>({
      ...{ call, action: 'analyse_offre', event: offerAnalysed },
      ...{ idempotencyKey: key, expectedCost },
      ...this.engineWork.of(userId, {
        freeDraft: request.freeDraft,
        prompt: offerAnalysisPrompt,
        input: { annonce: offer },
        local: () => analyseLocally(offer),
        finish: (value) => {
          const analysis = keepGrounded(value, offer);
          return { analysis, text: setOut(analysis) };
        },
      }),
      store: async (tx, made, hold) => {
        const document = { userId, kind: 'offer-analysis' } as const;
        const { documentId, reply, data } = await keepResult(tx, made, { ...document, key, hold });
        const { analysis } = made.value;
        const { skills, qualities, tasks } = analysis;
        return {
          documentId,
          reply: { ...reply, analysis },
          data: {
            ...data,
            ...{ skills: skills.length, qualities: qualities.length, tasks: tasks.length },
          },
        };
      },
    });
  }
}

type Analysed = Generated<{ readonly analysis: OfferAnalysis; readonly text: string }>;
