import { fold } from '#libs/french-text';

/** The part of a CV a line belongs to. */
export type ProfilePart =
  'open' | 'experience' | 'education' | 'skills' | 'languages' | 'interests';

const HEADINGS: readonly [ProfilePart, RegExp][] = [
  [
    'experience',
    /^(?:mes |principales |autres )?(?:experiences?|parcours|emplois|benevolat)(?: (?:professionnel(?:le)?s?|associati(?:f|ve)s?|et .*))?$/,
  ],
  [
    'education',
    /^(?:mes )?(?:formations?|diplomes?|etudes|scolarite|certifications?|cursus)(?: (?:initiales?|continues?|professionnel(?:le)?s?|et .{3,30}))?$/,
  ],
  [
    'skills',
    /^(?:mes )?(?:competences?|savoir[- ]faire|savoir[- ]etre|atouts|qualites|logiciels|outils|points forts|informatique)(?: (?:techniques?|professionnel(?:le)?s?|personnel(?:le)?s?|cles?|informatiques?|humaines?|linguistiques?|et .{3,30}))?$/,
  ],
  ['languages', /^langues?(?: .{0,30})?$/],
  ['interests', /^(?:centres? d'interets?|loisirs|hobbies|passions|divers|interets)$/],
  [
    'open',
    /^(?:profil|a propos|presentation|objectif|projet(?: professionnel)?|resume|coordonnees|contact)$/,
  ],
];

/** The part that a line opens by being its heading, with what follows a colon; undefined for any other line. */
export function profileHeading(line: string): { part: ProfilePart; rest: string } | undefined {
  const colon = line.indexOf(':');
  const head = colon < 0 ? line : line.slice(0, colon);
  const folded = fold(head).text.replace(/^[^a-z]{1,6}|[^a-z]{1,6}$/g, '');
  const found = HEADINGS.find(([, pattern]) => pattern.test(folded));
  return found && { part: found[0], rest: colon < 0 ? '' : line.slice(colon + 1).trim() };
}
