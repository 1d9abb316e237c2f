import type { Tone } from './request.js';

/** What a sentence of convention is filled with; all of it comes from the request. */
export interface Address {
  /** `de vendeuse` */
  ofPosition: string;
  /** `chez Solarive` */
  at: string;
  /** `Solarive`, `la mairie de Dinan` */
  the: string;
  /** `à Solarive`, `aux Petits Galets` */
  to: string;
  /** `de Solarive` */
  of: string;
}

type Opening = (address: Address) => string;

export interface Phrases {
  /** How the letter begins, chosen by the company’s name; the first speaks of no offer. */
  openings: [Opening, ...Opening[]];
  /** Offered demands that the profile covers, with their articles. */
  covered: (demands: string, many: boolean) => string;
  together: (address: Address) => string;
  /** Added to a letter that would be too short. */
  reserve: string;
  meeting: string;
  closing: string;
}

/** The sentences that carry no claim: they open, link and close. No word agrees with the writer. */
export const PHRASES: Record<Tone, Phrases> = {
  professionnel: {
    openings: [
      ({ ofPosition, at }) =>
        `Le poste ${ofPosition} que vous proposez ${at} s’inscrit dans la suite que je souhaite donner à mon parcours, et je vous adresse ma candidature.`,
      ({ ofPosition, the }) =>
        `Votre annonce pour un poste ${ofPosition} a retenu mon attention, et je vous présente ma candidature pour rejoindre ${the}.`,
    ],
    covered: (demands, many) =>
      `Vous mettez l’accent sur ${demands} : ${many ? 'ces points font' : 'ce point fait'} déjà partie de mon parcours, comme le montrent les lignes qui suivent.`,
    together: ({ of }) =>
      `Mettre cette expérience au service ${of}, dans ce poste, est le sens de ma démarche.`,
    reserve:
      'Je reste à votre écoute pour préciser chacun de ces points, dates et exemples à l’appui. Ces lignes s’en tiennent aux faits ; un échange permettrait d’en dire davantage, les difficultés comme les réussites.',
    meeting:
      'Je vous remercie de l’attention que vous porterez à ma candidature et me tiens à votre disposition pour un entretien, afin de vous présenter mon parcours plus en détail et de mieux comprendre vos attentes.',
    closing:
      'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
  },
  enthousiaste: {
    openings: [
      ({ ofPosition, at }) =>
        `C’est avec un réel enthousiasme que je vous écris au sujet du poste ${ofPosition} à pourvoir ${at}.`,
      ({ ofPosition, the }) =>
        `Dès la lecture de votre annonce, l’envie m’est venue de rejoindre ${the} au poste ${ofPosition}.`,
    ],
    covered: (demands) =>
      `Vous attendez ${demands} : c’est précisément ce que mes expériences m’ont appris, et ce que j’aimerais faire avec vous.`,
    together: ({ at }) =>
      `Apporter tout cela ${at}, et continuer d’apprendre à vos côtés : voilà ce qui me donne envie de vous rejoindre.`,
    reserve:
      'Chacune de ces lignes pourrait être plus longue, et je vous en dirai volontiers davantage. Je tiens à ce que vous puissiez juger sur pièces, et je répondrai à toutes vos demandes de précision.',
    meeting:
      'Ce serait une joie de vous rencontrer pour en parler de vive voix ; je me rendrai disponible à la date qui vous conviendra, et répondrai volontiers à toutes vos questions.',
    closing:
      'Dans cette attente, je vous prie de recevoir, Madame, Monsieur, mes salutations les meilleures.',
  },
  créatif: {
    openings: [
      ({ ofPosition, at }) =>
        `Une lettre tient en peu de lignes ; celle-ci voudrait vous dire pourquoi le poste ${ofPosition} que vous ouvrez ${at} et mon parcours ont de bonnes raisons de se rencontrer.`,
      ({ ofPosition, to }) =>
        `Derrière un poste ${ofPosition}, il y a des gestes, des habitudes, une façon de travailler : voici les miens, pour que vous jugiez de ce qu’ils apporteraient ${to}.`,
    ],
    covered: (demands) =>
      `Votre annonce dessine un portrait, avec ${demands} ; j’y reconnais une bonne part du chemin parcouru.`,
    together: ({ of }) =>
      `De ce chemin, j’aimerais écrire la suite au service ${of}, en apportant ce que je sais faire et en apprenant le reste.`,
    reserve:
      'Ces quelques traits ne font pas un portrait entier ; ils disent du moins d’où je pars et ce qui m’importe. Le reste, les détours et les essais dont on ne fait pas une liste, se raconte de vive voix.',
    meeting:
      'La suite s’écrit mieux à deux voix : un entretien me permettrait de vous raconter ce qui ne tient pas dans une page, et d’entendre ce que vous attendez de la personne que vous cherchez.',
    closing: 'Veuillez recevoir, Madame, Monsieur, mes salutations les plus cordiales.',
  },
  décontracté: {
    openings: [
      ({ ofPosition, at }) =>
        `Je vous écris en toute simplicité au sujet du poste ${ofPosition} à pourvoir ${at}.`,
      ({ ofPosition, the }) =>
        `Vous cherchez quelqu’un pour un poste ${ofPosition}, et l’idée de rejoindre ${the} me plaît : voici, sans détour, d’où je viens et ce que je sais faire.`,
    ],
    covered: (demands) =>
      `Vous citez ${demands} : je sais ce que cela demande, et je préfère vous dire d’où.`,
    together: ({ at }) =>
      `Voilà ce que je peux apporter ${at}, avec l’envie de bien faire et de continuer d’apprendre.`,
    reserve:
      'Je préfère les faits aux grandes phrases : une conversation vous en apprendra plus que cette page. Si un point vous intrigue ou vous manque, dites-le-moi et j’y répondrai simplement.',
    meeting:
      'Le plus simple serait d’en parler : un échange, par téléphone ou dans vos locaux, me donnerait l’occasion de répondre à vos questions, de vous poser les miennes et de voir ensemble si nous pouvons travailler en bonne entente.',
    closing: 'Je vous adresse, Madame, Monsieur, mes cordiales salutations.',
  },
};
