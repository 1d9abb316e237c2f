import type { TransitionAnalysis } from '#libs/contracts';
import { explained, inBlocks, list, saidOnce, withWords } from '../engine-work/blocks.js';

/** Out of 100. */
export function scoreOf({ criteria }: TransitionAnalysis): number {
  return criteria.reduce((sum, { points }) => sum + points, 0);
}

/** An analysis as a document to read, in French. */
export function setOut(analysis: TransitionAnalysis): string {
  const { from, to, summary, criteria, transferable, gaps, bridges } = analysis;
  return inBlocks(
    'Stratégie de transition',
    `Métier actuel\u00a0: ${from}\nMétier visé\u00a0: ${to}\nScore\u00a0: ${scoreOf(analysis)} sur 100`,
    summary,
    list(
      'Critères du score',
      criteria.map(({ name, points, outOf, reason }) =>
        explained(`${name}, ${points} sur ${outOf}`, reason),
      ),
    ),
    list(
      'Compétences à faire valoir',
      transferable.map(({ skill, excerpt, use }) => `${withWords(skill, excerpt)}. ${use}`),
    ),
    list(
      'Ce qui manque encore',
      saidOnce(
        gaps.map(({ skill, importance, remedy }) => ({
          of: `${skill} (${importance === 'required' ? 'exigé' : 'apprécié'})`,
          said: remedy,
        })),
      ),
    ),
    list(
      'Métiers passerelles',
      bridges.map(({ trade, reason }) => explained(trade, reason)),
    ),
  );
}
