import { positionFor, tradeIn, type AskedSkill, type ProfileReading } from '#libs/career-french';
import { latestJob } from '../career/latest-job.js';
import { enumerate } from './enumerate.js';
import { claim, type Line } from './line.js';
import { practised } from './skill-lines.js';

/** As many demands does the opening name. */
export const NAMED_BEFORE = 3;

/** Ties what was done to what is asked: where each demand was met, and the step from one trade to another. */
export function bridgeLines(
  profile: ProfileReading,
  position: string,
  covered: readonly AskedSkill[],
  thorough: boolean,
): Line[] {
  const unnamed = thorough ? covered : covered.slice(NAMED_BEFORE);
  return [...changeOfTrade(profile, position, covered), ...whereLearnt(profile, unnamed)];
}

/** Only where both trades are known and of other families. */
function changeOfTrade(
  profile: ProfileReading,
  position: string,
  covered: readonly AskedSkill[],
): Line[] {
  const target = tradeIn(position);
  const origin = latestJob(profile);
  if (!target || !origin?.trade || covered.length < 2) return [];
  if (profile.trades.some(({ value }) => value.family === target.family)) return [];
  const labels = practised(covered.slice(0, 3).map(({ skill }) => skill));
  const from = positionFor(origin.title, profile.gender).replace(/(?: à| au| chez|,).*$/u, '');
  return [
    claim(
      `${articled('Du métier', from)} à celui ${articled('', position).trim()}, le chemin n’est pas direct, mais il passe par des acquis communs : ${enumerate(labels)}.`,
      origin.evidence.text,
    ),
  ];
}

function articled(lead: string, trade: string): string {
  return `${lead} ${/^[aeiouyéèêàâîô]/iu.test(trade) ? `d’${trade}` : `de ${trade}`}`;
}

/** « Pour la mise en rayon, je m’appuierai sur l’expérience acquise chez … ». */
function whereLearnt(
  { experiences, skills }: ProfileReading,
  covered: readonly AskedSkill[],
): Line[] {
  for (const { workplace, tasks, evidence } of experiences) {
    const places = [evidence, ...tasks.map((task) => task.evidence)];
    const learnt = covered.filter(({ skill }) => {
      const own = skills.find((one) => one.skill.name === skill.name);
      return (
        skill.kind === 'hard' &&
        !skill.name.startsWith('permis') &&
        own &&
        places.some(({ start, end }) => own.evidence.start >= start && own.evidence.end <= end)
      );
    });
    if (!workplace || learnt.length === 0) continue;
    const labels = practised(learnt.slice(0, 2).map(({ skill }) => skill));
    const what =
      labels.length > 1 ? `Pour ${labels[0]} comme pour ${labels[1]}` : `Pour ${labels[0]}`;
    return [
      claim(
        `${what}, je m’appuierai sur l’expérience acquise ${workplace}.`,
        ...learnt.slice(0, 2).map(({ evidence: asked }) => asked.text),
      ),
    ];
  }
  return [];
}
