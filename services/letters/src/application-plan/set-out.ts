import type { ApplicationPlan } from '#libs/contracts';
import { inBlocks, list, saidOnce, withWords } from '../engine-work/blocks.js';

/** A plan as a document to read, in French; `to` is the position aimed at. */
export function setOut(plan: ApplicationPlan, to: string): string {
  return inBlocks(
    'Stratégie de candidature',
    `Poste visé\u00a0: ${to}`,
    plan.summary,
    list(
      'Arguments à mettre en avant',
      plan.arguments.map(({ claim, excerpt }) => withWords(claim.replace(/\.$/, ''), excerpt)),
    ),
    list(
      'Points faibles, et que répondre',
      saidOnce(plan.weaknesses.map(({ gap, answer }) => ({ of: gap, said: answer }))),
    ),
    ...plan.steps.map(({ title, inDays, actions }) =>
      list(`${daysFromNow(inDays)}\u00a0: ${title}`, actions),
    ),
    list('Questions auxquelles se préparer', plan.questions),
  );
}

function daysFromNow(days: number): string {
  if (days === 0) return 'Aujourd’hui';
  return days === 1 ? 'Demain' : `Dans ${days}\u00a0jours`;
}
