import { positionFor, type Importance, type ProfileReading } from '#libs/career-french';
import { setInFrench } from '../letter/typography.js';
import { isRefusal, TOO_LITTLE, type LocalRefusal } from '../refusal.js';
import { LOCAL_ENGINE } from '../version.js';
import { bridgesTo, type Bridge } from './bridges.js';
import { criteriaOf, type Criterion } from './criteria.js';
import type { Demand, Target } from './demands.js';
import { latestJob } from './latest-job.js';
import { remedyFor } from './remedy.js';
import { weighUp } from './weigh-up.js';

export interface LocalTransitionAnalysis {
  engine: 'local';
  engineVersion: string;
  from: string;
  to: string;
  summary: string;
  /** Out of 100: the sum of the criteria’s points. */
  score: number;
  criteria: Criterion[];
  transferable: { skill: string; excerpt: string; use: string }[];
  gaps: { skill: string; importance: Importance; remedy: string }[];
  bridges: Bridge[];
}

const MOST = 20;

/** Compares a profile with a trade or an offer; refuses a profile that names no work, and a target that nothing describes. */
export function analyseTransition(
  request: Target & { profile: string; thisYear?: number | undefined },
): LocalTransitionAnalysis | LocalRefusal {
  const weighed = weighUp(request);
  if (isRefusal(weighed)) return weighed;
  const { profile, target, to, covered, missing } = weighed;
  const from = currentTrade(profile);
  if (!from) return TOO_LITTLE;
  const criteria = criteriaOf(target, profile, request.thisYear).map((one) => ({
    ...one,
    reason: setInFrench(one.reason),
  }));
  const score = criteria.reduce((sum, { points }) => sum + points, 0);
  return {
    ...LOCAL_ENGINE,
    from,
    to,
    summary: setInFrench(summaryOf(score, covered.length, target.demands.length)),
    score,
    criteria,
    transferable: covered.slice(0, MOST).map((demand) => ({
      skill: demand.skill.name,
      excerpt: demand.own.evidence.text,
      use: setInFrench(useOf(demand, to)),
    })),
    gaps: missing.slice(0, MOST).map(({ skill, importance }) => ({
      skill: skill.name,
      importance,
      remedy: remedyFor(skill),
    })),
    bridges: bridgesTo(target, profile).map((bridge) => ({
      ...bridge,
      reason: setInFrench(bridge.reason),
    })),
  };
}

/** What the person does or did last, in their own words. */
export function currentTrade(profile: ProfileReading): string | undefined {
  const { trades, gender } = profile;
  const title = latestJob(profile)?.title ?? trades[0]?.evidence.text;
  return title && setInFrench(positionFor(title, gender));
}

function useOf({ excerpt }: Demand, to: string): string {
  return excerpt
    ? `L’annonce le demande en ces mots : « ${excerpt} ».`
    : `Compétence usuelle de ce métier (${to}).`;
}

function summaryOf(score: number, covered: number, asked: number): string {
  const base = `${covered} compétence${covered > 1 ? 's' : ''} sur ${asked} se retrouve${covered > 1 ? 'nt' : ''} dans votre parcours, pour un score de ${score} sur 100.`;
  if (score >= 70) return `${base} Le passage est court : misez sur des preuves concrètes.`;
  if (score >= 40) return `${base} Le passage est possible, avec quelques acquis à compléter.`;
  return `${base} Le chemin est long : un métier passerelle ou une formation le rendront plus sûr.`;
}
