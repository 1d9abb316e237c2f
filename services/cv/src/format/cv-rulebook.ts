import { type Rulebook, TYPOGRAPHY_RULEBOOK, type TypographyCode } from '#libs/french-text';

const STRUCTURE = {
  'missing-mail': {
    severity: 'warning',
    fr: 'Votre adresse électronique manque. Ajoutez-la sous votre nom.',
    en: 'Your mail address is missing. Add it below your name.',
  },
  'missing-phone': {
    severity: 'warning',
    fr: 'Votre numéro de téléphone manque. Ajoutez-le sous votre nom.',
    en: 'Your phone number is missing. Add it below your name.',
  },
  'missing-town': {
    severity: 'advice',
    fr: 'Indiquez au moins votre ville : le recruteur saura si vous êtes à portée du poste.',
    en: 'Give at least your town, so that the recruiter knows whether the job is within reach.',
  },
  'phone-wrong-length': {
    severity: 'warning',
    fr: ({ count }) => `Ce numéro compte ${count} chiffres ; un numéro français en compte 10.`,
    en: ({ count }) => `This number has ${count} digits; a French number has 10.`,
  },
  'missing-title': {
    severity: 'warning',
    fr: 'Le titre manque. Nommez sous votre nom le métier ou le poste que vous visez.',
    en: 'The title is missing. Name the job you aim at below your name.',
  },
  'cv-as-title': {
    severity: 'advice',
    fr: 'Inutile d’écrire « Curriculum vitae » : donnez plutôt cette place au poste visé.',
    en: 'There is no need to write “Curriculum vitae”: give this place to the job you aim at.',
  },
  'missing-experience': {
    severity: 'warning',
    fr: 'La rubrique « Expérience professionnelle » manque. Des stages ou des projets y ont aussi leur place.',
    en: 'The section “Expérience professionnelle” is missing. Internships and projects count too.',
  },
  'missing-education': {
    severity: 'warning',
    fr: 'La rubrique « Formation » manque. Indiquez votre diplôme le plus récent et son année.',
    en: 'The section “Formation” is missing. Give your latest diploma and its year.',
  },
  'missing-skills': {
    severity: 'warning',
    fr: 'La rubrique « Compétences » manque. Listez ce que vous savez faire et les outils que vous maîtrisez.',
    en: 'The section “Compétences” is missing. List what you can do and the tools you master.',
  },
  'missing-languages': {
    severity: 'advice',
    fr: 'Ajoutez une rubrique « Langues », avec votre niveau pour chacune.',
    en: 'Add a section “Langues” with your level for each.',
  },
  'empty-section': {
    severity: 'warning',
    fr: 'Cette rubrique est vide. Complétez-la ou supprimez-la.',
    en: 'This section is empty. Fill it in or remove it.',
  },
  'section-order': {
    severity: 'advice',
    fr: 'Remontez cette rubrique : on lit d’abord le profil, puis l’expérience, la formation et les compétences ; les centres d’intérêt et les références viennent en dernier.',
    en: 'Move this section up: readers expect profile, then experience, education and skills, with interests and references last.',
  },
  'period-reversed': {
    severity: 'error',
    fr: 'Cette période se termine avant d’avoir commencé. Vérifiez les deux dates.',
    en: 'This period ends before it begins. Check both dates.',
  },
  'experience-without-period': {
    severity: 'warning',
    fr: 'Cette expérience n’est pas datée. Indiquez son début et sa fin, par exemple « mars 2020 – juin 2022 ».',
    en: 'This experience has no dates. Give its beginning and end, for instance “mars 2020 – juin 2022”.',
  },
  'mixed-period-formats': {
    severity: 'advice',
    fr: 'Cette période n’est pas écrite comme les précédentes. Gardez la même forme partout dans la rubrique.',
    en: 'This period is not written like those above. Keep one form throughout the section.',
  },
  'not-antechronological': {
    severity: 'advice',
    fr: 'Cette période est plus récente que la précédente. Commencez par le plus récent.',
    en: 'This period is later than the one above. Start with the latest.',
  },
  'too-short': {
    severity: 'warning',
    fr: ({ count }) =>
      `Votre CV est court (nombre de mots : ${count}). Visez entre 250 et 900 mots.`,
    en: ({ count }) => `Your CV is short (words: ${count}). Aim at 250 to 900 words.`,
  },
  'too-long': {
    severity: 'warning',
    fr: ({ count }) =>
      `Votre CV compte ${count} mots. Ramenez-le à 900 mots au plus, soit deux pages.`,
    en: ({ count }) => `Your CV has ${count} words. Bring it down to 900 at most, two pages.`,
  },
  'mixed-bullets': {
    severity: 'advice',
    fr: ({ expected }) => `Cette puce diffère des précédentes. Gardez « ${expected} » partout.`,
    en: ({ expected }) => `This bullet differs from those above. Keep “${expected}” throughout.`,
  },
  'long-bullet': {
    severity: 'advice',
    fr: ({ count }) =>
      `Ce point compte ${count} mots. Ramenez-le à 35 mots au plus, ou coupez-le en deux.`,
    en: ({ count }) => `This bullet has ${count} words. Bring it down to 35 at most, or split it.`,
  },
  'birth-date': {
    severity: 'warning',
    fr: 'Votre date de naissance n’a pas à figurer sur un CV : l’âge ne peut pas être un critère d’embauche.',
    en: 'Your date of birth has no place in a CV: age may not be a criterion for hiring.',
  },
  age: {
    severity: 'warning',
    fr: 'Votre âge n’a pas à figurer sur un CV : il ne peut pas être un critère d’embauche.',
    en: 'Your age has no place in a CV: it may not be a criterion for hiring.',
  },
  'marital-status': {
    severity: 'warning',
    fr: 'Votre situation de famille ne regarde pas l’employeur. Retirez-la.',
    en: 'Your family situation is not the employer’s business. Remove it.',
  },
  photo: {
    severity: 'advice',
    fr: 'Une photo n’est pas exigée, et l’employeur ne peut pas vous l’imposer sans raison. Vous pouvez vous en passer.',
    en: 'A photo is not required, and an employer needs a reason to ask for one. You can do without.',
  },
  'social-security-number': {
    severity: 'error',
    fr: 'Retirez votre numéro de sécurité sociale : il ne se donne qu’après l’embauche.',
    en: 'Remove your social security number: it is only given once you are hired.',
  },
  'language-without-level': {
    severity: 'advice',
    fr: 'Précisez votre niveau, de A1 à C2 sur l’échelle européenne.',
    en: 'State your level, from A1 to C2 on the European scale.',
  },
  'vague-language-level': {
    severity: 'advice',
    fr: 'Traduisez ce niveau dans l’échelle européenne (A1 à C2) : chacun le comprendra de la même façon.',
    en: 'Put this level on the European scale (A1 to C2), which everyone reads alike.',
  },
  'no-figures': {
    severity: 'advice',
    fr: 'Aucun chiffre dans vos expériences. Un budget, un effectif ou un résultat mesuré convainc mieux qu’un adjectif.',
    en: 'There is no figure in your experience. A budget, a headcount or a measured result convinces more than adjectives.',
  },
} as const satisfies Rulebook<string>;

export type CvRuleCode = TypographyCode | keyof typeof STRUCTURE;

/** What is said to the user for each code about a CV. */
export const CV_RULEBOOK: Rulebook<CvRuleCode> = { ...TYPOGRAPHY_RULEBOOK, ...STRUCTURE };
