import { DATE_CASES } from './date-cases.sample.js';
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
      ['oui ,non', ' ,', ', '],
      ['vite .Oui', ' .', '. '],
    ],
    left: ['oui, non.', 'avec .NET, .Net, .Docx et .env', 'et ...', ', seul'],
  },
  'missing-space-after-punctuation': {
    found: [
      ['Oui,non', 'Oui,', 'Oui, '],
      ['c’est vrai,j’ai', 'vrai,', 'vrai, '],
      ['vite.Oui', 'vite.', 'vite. '],
      ['au rendez-vous.J’ai', 'rendez-vous.', 'rendez-vous. '],
      ['SARL.Nous', 'SARL.', 'SARL. '],
    ],
    left: [
      'oui, non. Oui',
      'de 3,5 à 4,25 euros, 1.000, 3.Le',
      'la S.A.R.L.Roux, à 5 p.m., MM.Roux et Roy',
      'voir www.exemple.Je et https://exemple.fr/a,bc.Je et exemple.fr,autre.fr',
      'écrire à jean.Le@poste.fr,anne@poste.fr',
      'cv,final.pdf et lettre.Docx avec Vue.Js, Node.Js et System.Text',
      '`si vite.Oui` et `oui,non`',
      'N,N et x,y',
      '你好,你好',
    ],
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
  ...DATE_CASES,
};
