import { skillsNamed, type AskedSkill, type ProfileReading, type Skill } from '#libs/career-french';
import { answerTo } from '../answer-to.js';
import { enumerate, of } from './enumerate.js';
import { claim, type Line } from './line.js';

/** The offer’s demands that the profile answers, required ones first. */
export function coveredDemands(
  asked: readonly AskedSkill[],
  profile: ProfileReading,
): AskedSkill[] {
  const covered = asked.filter(({ skill }) => answerTo(skill, profile.skills));
  return [
    ...covered.filter(({ importance }) => importance === 'required'),
    ...covered.filter(({ importance }) => importance === 'preferred'),
  ];
}

/** Own skills that no line has named yet, those that the offer asks for first. */
export function furtherSkills(
  profile: ProfileReading,
  told: readonly Line[],
  asked: readonly AskedSkill[],
  most: number,
): Line[] {
  const heard = skillsNamed(told.map(({ text }) => text).join('\n'));
  const wanted = new Set(asked.map(({ skill }) => skill.name));
  const left = profile.skills.filter(({ skill }) => !heard.has(skill.name));
  const ranked = [
    ...left.filter(({ skill }) => wanted.has(skill.name)),
    ...left.filter(({ skill }) => !wanted.has(skill.name)),
  ].slice(0, most);
  if (ranked.length === 0) return [];
  const labels = practised(ranked.map(({ skill }) => skill));
  return [
    claim(
      `À cela s’ajoute${labels.length > 1 ? 'nt' : ''} ${enumerate(labels)}.`,
      ...ranked.map(({ evidence }) => evidence.text),
    ),
  ];
}

const TOOL =
  /^l(?:es? |a |’)(?:logiciel|langages?|bibliothèque|outil|serveur|plateforme|cadre) (?=[\p{Lu}.])(.+)$/u;

/** Labels ready to be enumerated; tools share one `la pratique de JavaScript, React et Git`, which comes last. */
export function practised(skills: readonly Skill[]): string[] {
  const tools = skills.flatMap(({ label }) => TOOL.exec(label)?.[1] ?? []);
  const labels = skills.filter(({ label }) => !TOOL.test(label)).map(({ label }) => label);
  return tools.length === 0 ? labels : [...labels, `la pratique ${of(enumerate(tools))}`];
}
