import { type Rulebook, TYPOGRAPHY_RULEBOOK, type TypographyCode } from '#libs/french-text';

const STRUCTURE = {
  'missing-sender-name': {
    severity: 'warning',
    fr: 'La lettre s’ouvre sur vos coordonnées ; commencez par vos prénom et nom.',
    en: 'The letter opens with your contact details: start with your first and last name.',
  },
  'missing-sender-address': {
    severity: 'warning',
    fr: 'Votre adresse manque. Indiquez au moins le code postal et la ville, par exemple « 69003 Lyon ».',
    en: 'Your address is missing. Give at least postcode and town, for instance “69003 Lyon”.',
  },
  'missing-phone': {
    severity: 'warning',
    fr: 'Votre numéro de téléphone manque. Ajoutez-le à vos coordonnées.',
    en: 'Your phone number is missing. Add it to your contact details.',
  },
  'missing-mail': {
    severity: 'warning',
    fr: 'Votre adresse électronique manque. Ajoutez-la à vos coordonnées.',
    en: 'Your mail address is missing. Add it to your contact details.',
  },
  'phone-wrong-length': {
    severity: 'warning',
    fr: ({ count }) => `Ce numéro compte ${count} chiffres ; un numéro français en compte 10.`,
    en: ({ count }) => `This number has ${count} digits; a French number has 10.`,
  },
  'missing-recipient': {
    severity: 'warning',
    fr: 'Le destinataire manque. Indiquez l’entreprise ou la personne à qui vous écrivez, avec son adresse.',
    en: 'The recipient is missing. Name the company or person you write to, with the address.',
  },
  'missing-date': {
    severity: 'warning',
    fr: 'Le lieu et la date manquent. Ajoutez par exemple « Lyon, le 12 mars 2026 ».',
    en: 'Place and date are missing. Add for instance “Lyon, le 12 mars 2026”.',
  },
  'numeric-date': {
    severity: 'advice',
    fr: 'Dans une lettre, écrivez le mois en toutes lettres.',
    en: 'In a letter, write the month in words.',
  },
  'date-without-year': {
    severity: 'advice',
    fr: 'Complétez la date par l’année.',
    en: 'Add the year to the date.',
  },
  'date-without-place': {
    severity: 'advice',
    fr: 'Faites précéder la date du lieu où vous écrivez, par exemple « Lyon, le… ».',
    en: 'Put the place you write from before the date, for instance “Lyon, le…”.',
  },
  'date-without-le': {
    severity: 'advice',
    fr: 'Faites précéder la date de l’article « le » : « Lyon, le 12 mars 2026 ».',
    en: 'Put the article “le” before the date: “Lyon, le 12 mars 2026”.',
  },
  'date-without-comma': {
    severity: 'advice',
    fr: 'Séparez le lieu et la date par une virgule : « Lyon, le 12 mars 2026 ».',
    en: 'Part place and date with a comma: “Lyon, le 12 mars 2026”.',
  },
  'missing-object': {
    severity: 'warning',
    fr: 'La ligne d’objet manque. Annoncez le sujet en une ligne, par exemple « Objet : candidature au poste de comptable ».',
    en: 'The subject line is missing. Announce the subject, for instance “Objet : candidature au poste de comptable”.',
  },
  'empty-object': {
    severity: 'warning',
    fr: 'L’objet est vide. Nommez le poste que vous visez.',
    en: 'The subject line is empty. Name the position you apply for.',
  },
  'long-object': {
    severity: 'advice',
    fr: ({ count }) =>
      `L’objet compte ${count} mots ; une ligne de 20 mots au plus se lit d’un coup d’œil.`,
    en: ({ count }) => `The subject has ${count} words; 20 at most can be read at a glance.`,
  },
  'missing-salutation': {
    severity: 'error',
    fr: 'La formule d’appel manque. Commencez par « Madame, Monsieur, » si vous ignorez à qui vous écrivez.',
    en: 'The salutation is missing. Start with “Madame, Monsieur,” when you do not know who will read you.',
  },
  'casual-salutation': {
    severity: 'warning',
    fr: 'Cette formule d’appel est trop familière pour une lettre. Préférez « Madame, Monsieur, ».',
    en: 'This salutation is too casual for a letter. Prefer “Madame, Monsieur,”.',
  },
  'familiar-salutation': {
    severity: 'advice',
    fr: 'Réservez « Cher » et « Chère » aux personnes que vous connaissez. Sinon, écrivez « Madame, » ou « Monsieur, ».',
    en: 'Keep “Cher” and “Chère” for people you know. Otherwise write “Madame,” or “Monsieur,”.',
  },
  'named-salutation': {
    severity: 'advice',
    fr: 'En français, le nom ne suit pas le titre dans la formule d’appel : écrivez « Madame, » ou « Monsieur, ».',
    en: 'In French the title stands without the name in a salutation: “Madame,” or “Monsieur,”.',
  },
  'abbreviated-title': {
    severity: 'warning',
    fr: 'Écrivez le titre en toutes lettres lorsque vous vous adressez à la personne : « Madame », « Monsieur ».',
    en: 'Write the title in full when you address the person: “Madame”, “Monsieur”.',
  },
  'salutation-without-comma': {
    severity: 'warning',
    fr: 'La formule d’appel se termine par une virgule.',
    en: 'The salutation ends with a comma.',
  },
  'salutation-not-alone': {
    severity: 'advice',
    fr: 'Placez la formule d’appel seule sur sa ligne.',
    en: 'Put the salutation on a line of its own.',
  },
  'missing-closing': {
    severity: 'error',
    fr: 'La formule de politesse manque. Terminez par exemple par « Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées. ».',
    en: 'The closing formula is missing. End for instance with “Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.”.',
  },
  'brief-closing': {
    severity: 'advice',
    fr: 'Cette formule convient à un courriel. Dans une lettre, préférez une formule de politesse complète.',
    en: 'This suits a mail. In a letter, prefer a full closing formula.',
  },
  'closing-without-title': {
    severity: 'warning',
    fr: 'Reprenez dans la formule de politesse le titre de la formule d’appel, entre virgules.',
    en: 'Repeat the title of the salutation in the closing formula, between commas.',
  },
  'closing-differs-from-salutation': {
    severity: 'warning',
    fr: ({ expected }) =>
      `La formule de politesse reprend la formule d’appel mot pour mot : « ${expected} ».`,
    en: ({ expected }) =>
      `The closing formula repeats the salutation word for word: “${expected}”.`,
  },
  'missing-signature': {
    severity: 'warning',
    fr: 'La signature manque. Écrivez vos prénom et nom sous la formule de politesse.',
    en: 'The signature is missing. Write your name under the closing formula.',
  },
  'too-short': {
    severity: 'warning',
    fr: ({ count }) =>
      `Votre lettre est courte (nombre de mots : ${count}). Visez entre 200 et 500 mots.`,
    en: ({ count }) => `Your letter is short (words: ${count}). Aim at 200 to 500 words.`,
  },
  'too-long': {
    severity: 'warning',
    fr: ({ count }) => `Votre lettre compte ${count} mots. Ramenez-la à 500 mots au plus.`,
    en: ({ count }) => `Your letter has ${count} words. Bring it down to 500 at most.`,
  },
  'few-paragraphs': {
    severity: 'advice',
    fr: ({ count }) => `Structurez votre lettre en 3 à 5 paragraphes (elle en compte ${count}).`,
    en: ({ count }) => `Give your letter 3 to 5 paragraphs (it has ${count}).`,
  },
  'many-paragraphs': {
    severity: 'advice',
    fr: ({ count }) =>
      `Votre lettre compte ${count} paragraphes. Regroupez vos idées en 3 à 5 paragraphes.`,
    en: ({ count }) => `Your letter has ${count} paragraphs. Gather your ideas into 3 to 5.`,
  },
  'long-paragraph': {
    severity: 'advice',
    fr: ({ count }) =>
      `Ce paragraphe compte ${count} mots. Coupez-le : au-delà de 120 mots, on le survole.`,
    en: ({ count }) =>
      `This paragraph has ${count} words. Split it: beyond 120 words it is skimmed.`,
  },
  shouting: {
    severity: 'warning',
    fr: 'Un passage entier en majuscules se lit mal et paraît crié. Revenez aux minuscules.',
    en: 'A whole passage in capitals is hard to read and seems shouted. Use lower case.',
  },
  'tu-and-vous': {
    severity: 'warning',
    fr: 'Vous passez du vouvoiement au tutoiement. Gardez « vous » d’un bout à l’autre.',
    en: 'The letter changes between “vous” and “tu”. Keep to “vous” throughout.',
  },
  'repeated-je': {
    severity: 'advice',
    fr: 'Trois phrases de suite commencent par « Je ». Variez l’attaque, par exemple en partant de l’entreprise.',
    en: 'Three sentences in a row start with “Je”. Vary the opening, for instance by starting from the company.',
  },
} as const satisfies Rulebook<string>;

export type LetterRuleCode = TypographyCode | keyof typeof STRUCTURE;

/** What is said to the user for each code about a letter. */
export const LETTER_RULEBOOK: Rulebook<LetterRuleCode> = { ...TYPOGRAPHY_RULEBOOK, ...STRUCTURE };
