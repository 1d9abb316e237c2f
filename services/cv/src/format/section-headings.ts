import { countWords, type Line } from '#libs/french-text';

export type SectionKind =
  | 'profile'
  | 'experience'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certifications'
  | 'projects'
  | 'volunteering'
  | 'publications'
  | 'interests'
  | 'references'
  | 'contact';

const MOST_WORDS = 7;

/** Headings as people write them, folded; each pattern covers the whole heading. */
const HEADINGS: [SectionKind, RegExp][] = [
  [
    'profile',
    /^(?:mon |votre )?(?:profil(?: professionnel)?|a propos(?: de moi)?|presentation|resume|objectifs?(?: professionnels?)?|accroche|qui suis-je|projet professionnel|summary|profile|about me)$/,
  ],
  [
    'experience',
    /^(?:mes |principales )?(?:(?:autres )?experiences?(?: professionnelles?)?(?: (?:et|&) (?:stages?|missions?|projets?|realisations?|jobs d'ete))?|parcours(?: professionnel)?|emplois?(?: occupes)?|historique professionnel|missions(?: realisees)?|stages?(?: et (?:experiences?|emplois?|alternances?)(?: professionnelles?)?)?|alternances?|carriere|work experience|professional experience|experience)$/,
  ],
  [
    'education',
    /^(?:mes |ma )?(?:formations?(?: (?:initiales?|academiques?|continues?|superieures?|professionnelles?))?(?: (?:et|&) (?:diplomes?|certifications?|etudes))?|diplomes?(?: (?:et|&) (?:formations?|certifications?))?|etudes(?: superieures)?|cursus(?: (?:scolaire|universitaire|academique))?|parcours (?:scolaire|universitaire|academique|de formation)|scolarite|education)$/,
  ],
  [
    'skills',
    /^(?:mes |principales )?(?:(?:domaines de )?competences?(?: (?:cles?|techniques?|professionnelles?|metiers?|transversales?|informatiques?|personnelles?|comportementales?|numeriques?))?(?: (?:et|&) (?:[a-z]{3,20}))?|savoir-faire(?: et savoir-etre)?|savoir-etre|atouts|qualites|outils(?: (?:et|&) [a-z]{3,20})?|logiciels|informatique|technologies|stack(?: technique)?|soft skills|hard skills|expertises?|skills)$/,
  ],
  [
    'languages',
    /^(?:mes )?(?:langues?(?: (?:etrangeres?|parlees|vivantes))?|competences linguistiques|niveaux? de langues?|languages)$/,
  ],
  [
    'certifications',
    /^(?:mes )?(?:certifications?|habilitations?|permis(?: (?:et|&) [a-z]{3,20})?|certificats?|distinctions?|prix)$/,
  ],
  [
    'projects',
    /^(?:mes )?(?:projets?(?: (?:personnels?|realises|academiques?|etudiants?|significatifs))?|realisations|portfolio|projects)$/,
  ],
  [
    'volunteering',
    /^(?:mes )?(?:benevolat|engagements?(?: (?:associatifs?|benevoles?|citoyens?))?|vie associative|activites? (?:associatives?|benevoles?)|experiences? associatives?)$/,
  ],
  ['publications', /^(?:mes )?publications?(?: (?:et|&) [a-z]{3,20})?$/],
  [
    'interests',
    /^(?:mes )?(?:centres? d'interets?|loisirs?|interets?|passions?|hobbies|activites(?: extra-?professionnelles)?|divers|sports? et loisirs|interests)(?: (?:et|&) [a-z]{3,20})?$/,
  ],
  ['references', /^(?:mes )?references?(?: professionnelles?)?$/],
  [
    'contact',
    /^(?:mes )?(?:contacts?|coordonnees|informations? personnelles?|infos? personnelles?|etat civil|me contacter)$/,
  ],
];

/** Tells which section a line opens, accents and capitals put aside; undefined when it is no heading. */
export function headingOf(line: Line): SectionKind | undefined {
  if (line.raw.length > 80 || countWords(line.raw) > MOST_WORDS) return undefined;
  return kindOf(line.folded);
}

/** Tells which section a line both names and fills: « Langues : anglais (C1) ». */
export function inlineHeadingOf(line: Line): SectionKind | undefined {
  const colon = line.folded.slice(0, 60).indexOf(':');
  if (colon < 0 || line.folded.slice(colon + 1).trim() === '') return undefined;
  const kind = kindOf(line.folded.slice(0, colon));
  return kind === 'languages' || kind === 'interests' || kind === 'skills' ? kind : undefined;
}

function kindOf(folded: string): SectionKind | undefined {
  const words = folded
    .replace(/[^a-z'& -]/g, ' ')
    .replace(/ {2,80}/g, ' ')
    .replace(/^[ -]{1,80}/, '')
    .replace(/[ -]{1,80}$/, '');
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
}
