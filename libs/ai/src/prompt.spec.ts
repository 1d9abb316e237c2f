import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dataParts } from './prompt.js';

describe('the data parts of a prompt', () => {
  it('are one a field, in their order, without what is not given', () => {
    expect(dataParts({ offre: 'Boulanger', mots: 300, ton: null })).toEqual([
      { type: 'text', text: '{"offre":"Boulanger"}' },
      { type: 'text', text: '{"mots":300}' },
    ]);
  });

  it('hold any text so that it can neither leave its part nor be another field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (offre) => {
        const [part, ...others] = dataParts({ offre });
        expect(others).toEqual([]);
        expect(part!.text).not.toContain('\n');
        expect(JSON.parse(part!.text)).toEqual({ offre });
      }),
    );
  });
});
