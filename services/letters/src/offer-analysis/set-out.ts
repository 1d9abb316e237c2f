import type { OfferAnalysis } from '#libs/contracts';
import { inBlocks, list, withWords } from '../engine-work/blocks.js';

const contractNames: Record<NonNullable<OfferAnalysis['contract']>, string> = {
  cdi: 'CDI',
  cdd: 'CDD',
  interim: 'intérim',
  apprenticeship: 'alternance',
  internship: 'stage',
  freelance: 'indépendant',
  seasonal: 'emploi saisonnier',
  'civil-service': 'fonction publique',
};

/** An analysis as a document to read, in French; what the offer does not say is left out. */
export function setOut(analysis: OfferAnalysis): string {
  const { skills, experienceYears: years, contract } = analysis;
  const named = (importance: (typeof skills)[number]['importance']) =>
    skills.filter((one) => one.importance === importance).map(shown);
  const facts = [
    fact('Poste', analysis.position),
    fact('Employeur', analysis.company),
    fact('Lieu', analysis.place),
    fact('Contrat', contract && contractNames[contract]),
    fact('Salaire', analysis.salary),
    fact('Expérience', years === null ? null : inYears(years)),
    fact('Diplôme', analysis.education),
  ];
  return inBlocks(
    'Analyse de l’annonce',
    facts.filter((one) => one !== '').join('\n'),
    list('Compétences exigées', named('required')),
    list('Compétences appréciées', named('preferred')),
    list('Savoir-être', analysis.qualities.map(shown)),
    list('Missions', analysis.tasks),
    list('Mots à reprendre', analysis.keywords),
    list('Conseils', analysis.advice),
  );
}

function fact(name: string, value: string | null): string {
  return value === null ? '' : `${name}\u00a0: ${value}`;
}

function shown({ name, excerpt }: { readonly name: string; readonly excerpt: string }): string {
  return withWords(name, excerpt);
}

function inYears(years: number): string {
  if (years === 0) return 'débutants acceptés';
  return years === 1 ? '1\u00a0an' : `${years}\u00a0ans`;
}
