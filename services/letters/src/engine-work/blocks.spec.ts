import { describe, expect, it } from '@jest/globals';
import { explained, saidOnce } from './blocks.js';

describe('what is said of points', () => {
  it('is said once of those it is true of, in small letters behind the colon', () => {
    const [first, second] = ['Découvrez ce point.', 'Exercez-vous.'];
    const items = [
      { of: 'la paie', said: first },
      { of: 'Excel', said: second },
      { of: 'la TVA', said: first },
    ];
    expect(saidOnce(items)).toEqual([
      'la paie, la TVA\u00a0: découvrez ce point.',
      'Excel\u00a0: exercez-vous.',
    ]);
  });

  it('keeps the capital of a name', () => {
    expect(explained('Financement', 'France Travail aide.')).toBe(
      'Financement\u00a0: France Travail aide.',
    );
  });
});
