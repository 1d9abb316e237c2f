import type { TypographyCode } from './typography.js';

/** In these texts `~` stands for U+00A0 and `^` for U+202F. */
export interface Case {
  /** Texts with what is pointed at in each, and what is proposed for it. */
  found: [text: string, excerpt: string, suggestion?: string][];
  left: string[];
}

export const CASES: Record<TypographyCode, Case> = {
  'missing-space-before-punctuation': {
    found: [
      ['Quelle joie!', 'joie!', 'joie^!'],
      ['Objet: candidature', 'Objet:', 'Objet~:'],
      ['Tél.: 06 12 34 56 78', 'Tél.:', 'Tél.~:'],
      ['un peu (beaucoup); assez', 'beaucoup);', 'beaucoup)^;'],
      ['Est-ce vrai?!', 'vrai?', 'vrai^?'],
    ],
    left: [
      'rendez-vous à 14:30, ou à 9:05:00',
      'voir https://exemple.fr/a?b=c;d et http://localhost:8080 et exemple.fr/a?b',
      'écrire à a.b@exemple.fr',
      'merci :) ;-) :D',
      'bravo :tada: 🎉!',
      'node:fs et std::vector, a != b, C:\\dossier',
      'Tom &amp; Jerry',
      '`si(a){b;}`',
      'Привет! Ελλάδα; 你好!',
      ': rien avant',
      'oui^! non^; et~: voilà^?',
    ],
  },
  'plain-space-before-punctuation': {
    found: [
      ['Quelle joie !', 'joie !', 'joie^!'],
      ['Objet : x', 'Objet :', 'Objet~:'],
    ],
    left: ['bravo :)', 'x :smile: y', 'oui^!', 'https://exemple.fr ?x=1'],
  },
  'missing-space-in-guillemets': {
    found: [
      ['le «mot~»', '«', '«~'],
      ['le «~mot»', '»', '~»'],
    ],
    left: ['le «~mot~»', 'le «^mot^»', '«', '»'],
  },
  'plain-space-in-guillemets': {
    found: [
      ['le « mot~»', '« ', '«~'],
      ['le «~mot »', ' »', '~»'],
    ],
    left: ['le «~mot~»', 'le «mot»'],
  },
  'straight-quotes': {
    found: [['dit "bonjour" puis', '"bonjour"', '«~bonjour~»']],
    left: ['un écran de 15" et un de 17"', 'le “mot”', '`"a"`', '""'],
  },
  'three-dots': {
    found: [
      ['et...', '...', '…'],
      ['et.... puis', '....', '…'],
    ],
    left: ['et…', 'fin.', 'Total .............. 12', 'a..b'],
  },
  'double-space': {
    found: [
      ['deux  mots', '  ', ' '],
      ['oui~ : non', '~ ', '~'],
    ],
    left: ['deux mots', '   retrait', 'fin  ', '2019      Titre', '•  puce', '- -  a'],
  },
  'space-before-comma': {
    found: [
      ['oui , non', ' ,', ','],
      ['fin .', ' .', '.'],
    ],
    left: ['oui, non.', 'avec .NET et .env', 'et ...', ', seul'],
  },
  'space-after-apostrophe': {
    found: [
      ['dans l’ entreprise', 'l’ ', 'l’'],
      ["Qu' il vienne", "Qu' ", "Qu'"],
    ],
    left: ['l’entreprise', "rock 'n' roll", "the dogs' bowl"],
  },
  'mixed-apostrophes': {
    found: [["l'un et l’autre", '’', "'"]],
    left: ["l'un et l'autre", 'l’un et l’autre', "`l'un` et l’autre"],
  },
  'missing-accent': {
    found: [
      ['A l’attention de Madame Roy', 'A', 'À'],
      ['A Paris, le 3 mai 2026', 'A', 'À'],
      ['Etat des lieux', 'Etat', 'État'],
      ['Chef d’Equipe', 'Equipe', 'Équipe'],
    ],
    left: ['À l’attention', 'État', 'Vitamine A, groupe A', 'Et ensuite', 'ETAT', 'Estelle'],
  },
  placeholder: {
    found: [
      ['chez [Nom de l’entreprise] depuis', '[Nom de l’entreprise]'],
      ['chez {{company}} depuis', '{{company}}'],
      ['chez XXX depuis', 'XXX'],
      ['tél. XX XX XX XX XX', 'XX XX XX XX XX'],
      ['Lorem ipsum dolor', 'Lorem ipsum'],
      ['le JJ/MM/AAAA', 'JJ/MM/AAAA'],
      ['poste : à compléter', 'à compléter'],
      ['chez ______ depuis', '______'],
      ['<votre nom>', '<votre nom>'],
      ['prenom.nom@courriel.fr', 'prenom.nom@courriel.fr'],
    ],
    left: [
      '[sic] et […] et [1]',
      '[mon poste](https://exemple.fr)',
      '____________',
      'Jean <jean@poste.fr>',
      'taille XXL, XXIe siècle',
      'votre offre (votre annonce du 3 mai)',
    ],
  },
  'lower-case-sentence': {
    found: [
      ['C’est fini. demain, on part', 'demain', 'Demain'],
      ['En 2021. élu président', 'élu', 'Élu'],
    ],
    left: [
      'C’est fini. Demain',
      'etc. et cf. ci-dessous, M. de Vigny, p. ex. ici, i.e. là',
      '1. premier point',
      'Fini. iPhone, npm.js. jQuery',
      'et… puis! encore? oui',
    ],
  },
  'repeated-word': {
    found: [
      ['dans le le cadre', 'le le', 'le'],
      ['De de loin', 'De de', 'De'],
      ['été été', 'été été', 'été'],
    ],
    left: ['vous vous dites que nous nous voyons', 'Duran Duran', 'a à', '20 20', 'là-bas bas'],
  },
  'impossible-date': {
    found: [
      ['le 31 avril 2026', '31 avril 2026'],
      ['le 29 février 2025', '29 février 2025'],
      ['le 45 mars 2026', '45 mars 2026'],
      ['le 31/02/2026', '31/02/2026'],
      ['le 12/25/2026', '12/25/2026'],
    ],
    left: [
      'le 29 février 2024',
      'le 31 mars',
      'page 45 mars',
      '28/02/2026',
      'v1.2.3',
      '192.168.1.2',
    ],
  },
  'wrong-weekday': {
    found: [['le lundi 12 mars 2026', 'lundi 12 mars 2026']],
    left: ['le jeudi 12 mars 2026', 'le lundi 12 mars', 'le dimanche 1er mars 2026'],
  },
  'first-of-month': {
    found: [
      ['le 1 avril 2026', '1', '1er'],
      ['le mercredi 01 avril 2026', '01', '1er'],
    ],
    left: ['le 1er avril 2026', 'le 1^er avril', 'le 11 avril', '1 avrilien'],
  },
  'month-capital': {
    found: [['le 12 Mars 2026', 'Mars', 'mars']],
    left: ['le 12 mars 2026', 'Mars 2020', 'LYON, LE 12 MARS 2026'],
  },
  'english-date': {
    found: [
      ['on March 12, 2026', 'March 12, 2026'],
      ['le 12 March 2026', '12 March 2026'],
    ],
    left: ['le 12 mars 2026', 'may be', 'March'],
  },
};
