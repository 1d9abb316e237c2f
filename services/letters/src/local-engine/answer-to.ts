import type { OwnSkill, Skill } from '#libs/career-french';

/** The user’s skill that answers a demand: the same, or a narrower one, as general accounting answers accounting. */
export function answerTo({ name }: Skill, skills: readonly OwnSkill[]): OwnSkill | undefined {
  return (
    skills.find((own) => own.skill.name === name) ??
    skills.find((own) => own.skill.name.startsWith(`${name} `))
  );
}
