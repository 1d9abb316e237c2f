const french = {
  documentTitle: 'Phoenix · votre lettre, relue',
  skip: 'Aller au contenu',
  greeting: 'Bonjour',
  intro: 'Prenez votre temps. Rien n’est dépensé sans votre accord.',
  footer: 'Phoenix accompagne celles et ceux qui changent de métier.',
};

export const pageWords = {
  fr: french,
  en: {
    documentTitle: 'Phoenix · your letter, checked',
    skip: 'Skip to the content',
    greeting: 'Hello',
    intro: 'Take your time. Nothing is spent without your consent.',
    footer: 'Phoenix is there for people who change careers.',
  } satisfies typeof french,
};
