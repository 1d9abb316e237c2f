import { describe, expect, it } from '@jest/globals';
import { readOffer } from './read-offer.js';

const OFFER = `La société Solarive recrute un vendeur (H/F) en CDI à Montpellier.
Vous assurez l’accueil des clients, l’encaissement et la gestion des stocks. Anglais souhaité.
Aucune connaissance de la comptabilité n’est exigée. Débutants acceptés.
Réf. SOL-2026-7. Nous proposons une mutuelle et des cours de soudure.`;

describe('an offer', () => {
  it('tells position, company, place, contract, reference and what it asks, each with its words', () => {
    const read = readOffer(OFFER);
    expect(read.position?.value).toBe('vendeur');
    expect(read.company?.value).toBe('Solarive');
    expect(read.place?.value).toBe('Montpellier');
    expect(read.contract?.value).toBe('cdi');
    expect(read.reference?.value).toBe('SOL-2026-7');
    expect(read.experienceYears?.value).toBe(0);
    expect(read.skills.map(({ skill }) => skill.name)).toEqual([
      'accueil de la clientèle',
      'encaissement',
      'gestion des stocks',
    ]);
    expect(read.languages).toMatchObject([{ name: 'anglais', importance: 'preferred' }]);
    for (const { evidence } of read.skills) {
      expect(OFFER.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
  });

  it('names a position in both its forms', () => {
    const { position } = readOffer('Nous recherchons une vendeuse ou un vendeur (H/F) à Nantes.');
    expect(position).toMatchObject({
      value: 'vendeuse ou vendeur',
      evidence: { text: 'vendeuse ou un vendeur' },
    });
  });

  it('does not demand what it denies, teaches or gives', () => {
    const names = readOffer(OFFER).skills.map(({ skill }) => skill.name);
    expect(names).not.toContain('comptabilité');
    expect(names).not.toContain('soudure');
  });

  it('leaves unknown what it does not say', () => {
    const read = readOffer('Il fait beau et la mer est calme.');
    expect([read.position, read.company, read.place, read.contract, read.salary]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  it('reads 30 kB of anything', () => {
    for (const unit of ['a ', 'Le ', 'gestion des ', 'recrute un ', '2018 ', 'A B ', '- ', '\n']) {
      expect(readOffer(unit.repeat(30_000 / unit.length)).skills.length).toBeLessThan(2);
    }
  });
});

describe('the pay of an offer', () => {
  it.each([
    '24 000 € - 27 000 € brut/an',
    '24000-27000 € brut/an',
    '24-27 k€',
    'de 2 000 à 2 200 € bruts par mois',
    '12,50 €/h',
  ])('is given whole, as it stands: %s', (pay) => {
    expect(readOffer(`Comptable (H/F)\nAnnecy 74 - ${pay}\nCDI`).salary?.value).toBe(pay);
  });
});
