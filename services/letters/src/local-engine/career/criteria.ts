import { ROME_FAMILIES, type ProfileReading } from '#libs/career-french';
import { enumerate } from '../letter/enumerate.js';
import { practised } from '../letter/skill-lines.js';
import { compare, type ReadTarget } from './demands.js';
import { experienceYears } from './experience-years.js';

/** A part of the score with what it rests on. */
export interface Criterion {
  name: string;
  points: number;
  outOf: number;
  reason: string;
}

const WEIGHTS = { skills: 60, closeness: 15, experience: 15, education: 10 };
const FULL_EXPERIENCE_YEARS = 5;

/** Four criteria, out of 100 together; the score is their sum. */
export function criteriaOf(
  target: ReadTarget,
  profile: ProfileReading,
  thisYear: number | undefined,
): Criterion[] {
  return [
    skills(target, profile),
    closeness(target, profile),
    experience(target, profile, thisYear),
    education(target, profile),
  ];
}

function skills({ demands }: ReadTarget, profile: ProfileReading): Criterion {
  const { covered } = compare(demands, profile);
  const weight = (all: readonly { importance: string }[]) =>
    all.reduce((sum, { importance }) => sum + (importance === 'required' ? 2 : 1), 0);
  const outOf = WEIGHTS.skills;
  const points = demands.length === 0 ? 0 : Math.round((outOf * weight(covered)) / weight(demands));
  const names = practised(covered.slice(0, 6).map(({ skill }) => skill));
  const reason =
    covered.length === 0
      ? `Aucune des ${demands.length} compétences attendues n’apparaît dans votre parcours.`
      : `${covered.length} des ${demands.length} compétences attendues ${covered.length > 1 ? 'apparaissent' : 'apparaît'} dans votre parcours : ${enumerate(names)}.`;
  return { name: 'Compétences attendues', points, outOf, reason };
}

function closeness({ trade }: ReadTarget, { trades }: ProfileReading): Criterion {
  const base = { name: 'Proximité des métiers', outOf: WEIGHTS.closeness };
  if (!trade)
    return {
      ...base,
      points: 0,
      reason: 'Le métier visé n’est pas dans notre lexique : la proximité n’est pas mesurée.',
    };
  if (trades.length === 0)
    return {
      ...base,
      points: 0,
      reason: 'Votre parcours ne nomme aucun métier : la proximité n’est pas mesurée.',
    };
  if (trades.some(({ value }) => value === trade))
    return { ...base, points: 15, reason: 'Vous avez déjà exercé ce métier.' };
  const family = ROME_FAMILIES[trade.family];
  if (trades.some(({ value }) => value.family === trade.family)) {
    return { ...base, points: 10, reason: `Un de vos métiers est de la même famille : ${family}.` };
  }
  const shared = trades.find(({ value }) =>
    value.skills.some((name) => trade.skills.includes(name)),
  );
  return shared
    ? {
        ...base,
        points: 5,
        reason: `D’une autre famille (${family}), mais avec des compétences communes.`,
      }
    : { ...base, points: 0, reason: `Le métier visé est d’une autre famille : ${family}.` };
}

function experience(
  { offer }: ReadTarget,
  profile: ProfileReading,
  thisYear: number | undefined,
): Criterion {
  const base = { name: 'Années d’expérience', outOf: WEIGHTS.experience };
  const asked = offer?.experienceYears?.value;
  const years = experienceYears(profile, thisYear);
  if (asked === 0)
    return { ...base, points: base.outOf, reason: 'L’annonce accepte les débutants.' };
  if (years === undefined)
    return {
      ...base,
      points: 0,
      reason: 'Votre parcours ne donne pas de dates : les années ne sont pas comptées.',
    };
  const wanted = asked ?? FULL_EXPERIENCE_YEARS;
  const points = Math.min(base.outOf, Math.round((base.outOf * years) / wanted));
  const dated = `Votre parcours date ${years} ${years > 1 ? 'années' : 'année'} de travail`;
  return {
    ...base,
    points,
    reason: asked === undefined ? `${dated}.` : `${dated} ; l’annonce en demande ${asked}.`,
  };
}

function education({ offer }: ReadTarget, { diplomas }: ProfileReading): Criterion {
  const base = { name: 'Formation', outOf: WEIGHTS.education };
  const [asked] = offer?.diplomas.filter(({ level }) => level > 0) ?? [];
  if (!asked) return { ...base, points: base.outOf, reason: 'Aucun diplôme n’est demandé.' };
  const best = diplomas.toSorted((a, b) => b.level - a.level)[0];
  if (!best || best.level === 0)
    return {
      ...base,
      points: 0,
      reason: `L’annonce demande « ${asked.name} » ; votre parcours ne nomme pas de diplôme.`,
    };
  return best.level >= asked.level
    ? {
        ...base,
        points: base.outOf,
        reason: `L’annonce demande « ${asked.name} » ; vous avez « ${best.name} ».`,
      }
    : {
        ...base,
        points: 4,
        reason: `L’annonce demande « ${asked.name} » ; « ${best.name} » est d’un niveau moins élevé.`,
      };
}
