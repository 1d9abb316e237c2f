import { enumerate } from '../letter/enumerate.js';
import { practised } from '../letter/skill-lines.js';
import { setInFrench } from '../letter/typography.js';
import { nameGiven } from '../name-given.js';
import { isRefusal, type LocalRefusal } from '../refusal.js';
import { LOCAL_ENGINE } from '../version.js';
import { applicationSteps, type ApplicationStep } from './application-steps.js';
import type { Target } from './demands.js';
import { remedyFor } from './remedy.js';
import { weighUp } from './weigh-up.js';

export interface LocalApplicationPlan {
  engine: 'local';
  engineVersion: string;
  summary: string;
  arguments: { claim: string; excerpt: string }[];
  weaknesses: { gap: string; answer: string }[];
  steps: ApplicationStep[];
  questions: string[];
}

const MOST = 8;
/** One practises Excel, and not its practice. */
const PRACTICE = /^la (?:pratique|maîtrise) d(?:e |’)/u;

/** Plans one application: what to put forward and its proof, what to answer, what to do when. */
export function planApplication(
  request: Target & { profile: string; company?: string | undefined },
): LocalApplicationPlan | LocalRefusal {
  const weighed = weighUp(request);
  if (isRefusal(weighed)) return weighed;
  const { profile, target, to, covered, missing } = weighed;
  const company = nameGiven(request.company) ?? target.offer?.company?.value;
  const labelOf = (skills: Parameters<typeof practised>[0]) => enumerate(practised(skills));
  const figures = profile.achievements.map(({ value }) => ({
    claim: 'Un résultat chiffré, à citer tel quel.',
    excerpt: value.slice(0, 400),
  }));
  const proven = covered.map(({ skill, own }) => ({
    claim: `Vous pouvez montrer ${labelOf([skill])}.`,
    excerpt: own.evidence.text,
  }));
  const questions = [
    ...covered
      .slice(0, 4)
      .map(({ skill }) =>
        skill.kind === 'soft'
          ? `Quelle situation de votre parcours montre ${labelOf([skill])} ?`
          : `Où et comment avez-vous pratiqué ${labelOf([skill]).replace(PRACTICE, '')} ?`,
      ),
    ...missing.slice(0, 3).map(({ skill }) => `Que savez-vous déjà ${ofLabel(labelOf([skill]))} ?`),
    'Pourquoi ce poste, et pourquoi maintenant ?',
    'Quelles sont vos questions sur l’équipe et sur les premières semaines ?',
  ];
  const summary = `Pour le poste (${to}), votre parcours répond à ${covered.length} attente${covered.length > 1 ? 's' : ''} sur ${target.demands.length}.`;
  return {
    ...LOCAL_ENGINE,
    summary: setInFrench(summary),
    arguments: [...figures.slice(0, 3), ...proven]
      .slice(0, MOST)
      .map((one) => ({ ...one, claim: setInFrench(one.claim) })),
    weaknesses: missing
      .slice(0, MOST)
      .map(({ skill }) => ({ gap: setInFrench(labelOf([skill])), answer: remedyFor(skill) })),
    steps: applicationSteps({ company, covered: covered.length, missing: missing.length }),
    questions: questions.map(setInFrench),
  };
}

/** `du rapprochement bancaire`, `de la paie`. */
function ofLabel(label: string): string {
  return label.replace(/(?<=^| et )(?:le(s?) |(?=la |l’))/gu, (article: string, many?: string) => {
    if (article === '') return 'de ';
    return many === 's' ? 'des ' : 'du ';
  });
}
