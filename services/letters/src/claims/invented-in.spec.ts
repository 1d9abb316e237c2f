import { describe, expect, it } from '@jest/globals';
import { OFFER, PROFILE } from '../local-engine/letter/profile.sample.js';
import { readSources } from './given.js';
import { inventedIn } from './invented-in.js';

const sources = readSources(PROFILE, `${OFFER}\nvendeuse`, 2026);

const honest = `Candidature au poste de Vendeuse (H/F)
Madame, Monsieur,
Votre boutique de Nantes cherche quelqu’un pour la mise en rayon et l’encaissement : c’est ce que j’ai fait dix ans.
J’ai vendu six ans chez Filature des Monts, à Lyon, de 2018 à 2024, et encadré 2 apprenties. Le panier moyen y a augmenté de 15 %.
Auparavant, au Comptoir Merlin, j’ai tenu la caisse pendant quatre années. Je parle anglais (B1), et je soude.
Je n’ai pas encore travaillé à Nantes ; je voudrais apprendre la comptabilité.
Je serais heureuse de rejoindre Maison Verdier, et de vous parler de mon parcours lors d’un entretien.
Dans l’attente d’un accueil favorable à ma candidature, je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.`;

const invented = (more: string) => inventedIn(`${honest}\n${more}`, sources);

describe('what a letter invents', () => {
  it('is nothing where all of it was given, is usual, is denied, or is only wished for', () => {
    expect(inventedIn(honest, sources)).toEqual([]);
  });

  it.each([
    ['a diploma', 'Titulaire d’un BTS Management commercial, j’ai de bonnes bases.', 'BTS'],
    ['a certificate', 'J’ai aussi passé le CACES.', 'CACES'],
    ['a skill', 'J’ai assuré la comptabilité de la boutique.', 'comptabilité'],
    ['a tool', 'Les tableaux Excel me sont familiers.', 'Excel'],
    ['a trade', 'J’ai été infirmière.', 'infirmière'],
    ['a language', 'Je parle couramment allemand.', 'allemand'],
    ['more years than were worked', 'J’ai vingt-deux ou vingt ans d’expérience.', 'vingt ans'],
    ['more years, in digits', 'Forte de 18 ans de vente, je sais vendre.', '18 ans'],
    ['a figure', 'Les ventes ont augmenté de 40 %.', '40'],
    ['a year', 'Tout a commencé en 1998.', '1998'],
    ['an employer', 'J’ai servi chez Boulangerie Durand.', 'Durand'],
    ['another company to write to', 'Je rêve de rejoindre Maison Lenoir.', 'Lenoir'],
    ['the company as an employer', 'J’ai travaillé chez Verdier.', 'Verdier'],
    ['a town', 'J’ai vécu à Strasbourg.', 'Strasbourg'],
    ['a word to be filled in', 'Je m’appelle [Nom].', '[Nom]'],
    ['a field of a form', 'Contactez-moi au {{téléphone}}.', '{{téléphone}}'],
  ])('is %s', (_what, more, words) => {
    expect(invented(more).join('|')).toContain(words);
    expect(inventedIn(honest, sources).join('|')).not.toContain(words);
  });

  it('is what only the offer says, where it is claimed of oneself', () => {
    const aim = `${OFFER}\nMaîtrise de la comptabilité exigée. Allemand courant.`;
    const found = (letter: string) => inventedIn(letter, readSources(PROFILE, aim, 2026));
    expect(found('Vous demandez de la comptabilité et un allemand courant.')).toEqual([]);
    expect(found('J’ai tenu la comptabilité.')).toEqual(['comptabilité']);
    expect(found('Je parle couramment allemand.')).toEqual(['allemand']);
  });

  it('is a skill that left the experience', () => {
    const experience = PROFILE.replace('- Gestion des stocks\n', '');
    const letter = 'J’ai pratiqué la gestion des stocks.';
    expect(inventedIn(letter, sources)).toEqual([]);
    expect(inventedIn(letter, readSources(experience, OFFER, 2026))).toEqual([
      'gestion des stocks',
    ]);
  });
});
