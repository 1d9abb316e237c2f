/** Why nothing is written: better nothing than words the user did not give. */
export interface LocalRefusal {
  refused: 'too-little-to-write-from' | 'no-position' | 'unknown-trade' | 'nothing-asked';
  message: { fr: string; en: string };
}

export function isRefusal(made: object): made is LocalRefusal {
  return 'refused' in made;
}

/** The profile has too little for 200 honest words. */
export const TOO_LITTLE: LocalRefusal = {
  refused: 'too-little-to-write-from',
  message: {
    fr: 'Votre parcours ne dit pas encore assez pour un texte honnête. Ajoutez où vous avez travaillé, quand, et ce que vous y avez fait.',
    en: 'Your experience does not say enough yet for an honest text. Add where you worked, when, and what you did there.',
  },
};

export const NO_POSITION: LocalRefusal = {
  refused: 'no-position',
  message: {
    fr: 'Le poste visé n’est pas connu. Indiquez son intitulé, ou collez l’annonce.',
    en: 'The position is not known. Name it, or paste the offer.',
  },
};

/** The lexicon has not the trade, and no offer says what it asks for. */
export const UNKNOWN_TRADE: LocalRefusal = {
  refused: 'unknown-trade',
  message: {
    fr: 'Ce métier n’est pas dans notre lexique. Collez une annonce qui le décrit, et l’analyse partira d’elle.',
    en: 'This trade is not in our lexicon. Paste an offer that describes it, and the analysis will start from that.',
  },
};

/** The text asks for nothing that can be read. */
export const NOTHING_ASKED: LocalRefusal = {
  refused: 'nothing-asked',
  message: {
    fr: 'Ce texte ne se lit pas comme une annonce : ni poste ni compétence n’y apparaît. Collez l’annonce entière.',
    en: 'This text does not read as a job offer: it names neither a position nor a skill. Paste the whole offer.',
  },
};
