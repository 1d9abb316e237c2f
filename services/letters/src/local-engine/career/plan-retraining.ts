import { positionFor, readProfile } from '#libs/career-french';
import { setInFrench } from '../letter/typography.js';
import { NO_POSITION, TOO_LITTLE, UNKNOWN_TRADE, type LocalRefusal } from '../refusal.js';
import { LOCAL_ENGINE } from '../version.js';
import { compare, readTarget, type Demand, type Target } from './demands.js';
import { fundingFor, type Funding } from './funding.js';
import { remedyFor } from './remedy.js';
import { retrainingPhases, type RetrainingPhase } from './retraining-phases.js';

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
  const profile = readProfile(request.profile);
  const target = readTarget(request);
  if (!target) return NO_POSITION;
  if (target.demands.length === 0) return UNKNOWN_TRADE;
  if (profile.skills.length === 0) return TOO_LITTLE;
  const { covered, missing } = compare(target.demands, profile);
  const to = positionFor(target.name, profile.gender);
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
