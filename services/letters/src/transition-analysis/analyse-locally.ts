import type { TransitionAnalysis } from '#libs/contracts';
import { analyseTransition, isRefusal, type LocalRefusal } from '../local-engine/index.js';

type Request = Parameters<typeof analyseTransition>[0];

/** The local engine's analysis, within the bounds of every analysis. */
export function analyseLocally(request: Request): TransitionAnalysis | LocalRefusal {
  const analysed = analyseTransition(request);
  if (isRefusal(analysed)) return analysed;
  const { from, to, summary, criteria, transferable, gaps, bridges } = analysed;
  return {
    ...{ from: from.slice(0, 200), to: to.slice(0, 200), summary },
    criteria: criteria.map((one) => ({ ...one, reason: one.reason.slice(0, 600) })),
    transferable: transferable.map(({ skill, excerpt, use }) => {
      return { skill, excerpt: excerpt.slice(0, 400), use: use.slice(0, 600) };
    }),
    ...{ gaps, bridges: bridges.map((one) => ({ ...one, reason: one.reason.slice(0, 600) })) },
  };
}
