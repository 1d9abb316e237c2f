import { setInFrench } from '../letter/typography.js';
import { isRefusal, type LocalRefusal } from '../refusal.js';
import { LOCAL_ENGINE } from '../version.js';
import type { Demand, Target } from './demands.js';
import { fundingFor, type Funding } from './funding.js';
import { remedyFor } from './remedy.js';
import { retrainingPhases, type RetrainingPhase } from './retraining-phases.js';
import { weighUp } from './weigh-up.js';

export interface LocalRetrainingPlan {
  engine: 'local';
  engineVersion: string;
  to: string;
  summary: string;
  assets: { skill: string; excerpt: string }[];
  toLearn: { skill: string; reason: string; how: string }[];
  phases: RetrainingPhase[];
  funding: Funding[];
}

const MOST = 15;

/** Plans the way to a new trade in phases of months; refuses a profile without skills, and a target that nothing describes. */
export function planRetraining(
  request: Target & { profile: string },
): LocalRetrainingPlan | LocalRefusal {
  const weighed = weighUp(request);
  if (isRefusal(weighed)) return weighed;
  const { profile, target, to, covered, missing } = weighed;
  const phases = retrainingPhases(missing);
  const months = phases.reduce((sum, phase) => sum + phase.months, 0);
  const summary = `${covered.length} acquis sur ${target.demands.length} attentes, ${missing.length} à acquérir : comptez environ ${months} mois.`;
  return {
    ...LOCAL_ENGINE,
    to,
    summary: setInFrench(summary),
    assets: covered
      .slice(0, MOST)
      .map(({ skill, own }) => ({ skill: skill.name, excerpt: own.evidence.text })),
    toLearn: missing.slice(0, MOST).map((demand) => ({
      skill: demand.skill.name,
      reason: setInFrench(reasonFor(demand, to)),
      how: remedyFor(demand.skill),
    })),
    phases,
    funding: fundingFor(profile, target),
  };
}

function reasonFor({ excerpt, importance }: Demand, to: string): string {
  if (!excerpt) return `Compétence usuelle de ce métier (${to}).`;
  return importance === 'required'
    ? `L’annonce l’exige : « ${excerpt} ».`
    : `L’annonce l’apprécie : « ${excerpt} ».`;
}
