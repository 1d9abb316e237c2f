import { ARTS_SKILLS } from './lexicon/skills-arts.js';
import { BUILDING_SKILLS } from './lexicon/skills-building.js';
import { CARE_SKILLS } from './lexicon/skills-care.js';
import { COMMERCE_SKILLS } from './lexicon/skills-commerce.js';
import { DIGITAL_SKILLS } from './lexicon/skills-digital.js';
import { HOSPITALITY_SKILLS } from './lexicon/skills-hospitality.js';
import { INDUSTRY_SKILLS } from './lexicon/skills-industry.js';
import { LOGISTICS_SKILLS } from './lexicon/skills-logistics.js';
import { OFFICE_SKILLS } from './lexicon/skills-office.js';
import { SOFT_SKILLS } from './lexicon/skills-soft.js';

/** Something one can do (`hard`) or a way of working (`soft`), as it stands in the lexicon. */
export interface Skill {
  /** With its article, ready for a sentence: `la gestion des stocks`. */
  label: string;
  /** Without its article, and what it is compared by. */
  name: string;
  kind: 'hard' | 'soft';
  /** Other ways to say it; `!`, `^` and `~` narrow how one is read (see matching/variant.ts). */
  variants: string[];
}

const HARD = [
  COMMERCE_SKILLS, OFFICE_SKILLS, DIGITAL_SKILLS, HOSPITALITY_SKILLS, LOGISTICS_SKILLS,
  INDUSTRY_SKILLS, BUILDING_SKILLS, CARE_SKILLS, ARTS_SKILLS,
]; // prettier-ignore

/** Every skill of the lexicon. */
export const SKILLS: readonly Skill[] = [
  ...HARD.flatMap((lines) => skillsOf(lines, 'hard')),
  ...skillsOf(SOFT_SKILLS, 'soft'),
];

function skillsOf(lines: string, kind: Skill['kind']): Skill[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', variants = ''] = line.split(' = ');
      const label = name.replaceAll("'", '’');
      return {
        label,
        name: label.replace(/^(?:l[ae]s? |l’)/, '').replace(/ et (?:l[ae]s? |l’)/, ' et '),
        kind,
        variants: variants.split(' | ').map((variant) => variant.trim()),
      };
    });
}
