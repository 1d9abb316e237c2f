import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GOOD_LETTER } from './good-letter.sample.js';
import { layOutLetter } from './lay-out-letter.js';

const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();

describe('layOutLetter', () => {
  it('leaves a letter that is laid out as it is', () => {
    expect(layOutLetter(GOOD_LETTER)).toBe(GOOD_LETTER);
  });

  it('puts the parts in their order, with one empty line between them', () => {
    const [sender, recipient, date, object, ...rest] = GOOD_LETTER.trim().split('\n\n');
    const untidy = [
      ...[`   ${object}`, '', '', sender, '', recipient, date, ''],
      ...rest.map((part) => `\t${part}\n\n\n`),
    ].join('\n');
    const tidy = layOutLetter(untidy);
    expect(tidy).toBe([sender, recipient, date, object, ...rest].join('\n\n') + '\n');
  });

  it('joins lines that were broken by hand, and leaves lists their lines', () => {
    const body =
      'J’ai tenu la caisse d’une librairie pendant huit années entières, puis\nj’ai formé\ntrois collègues à :\n- la caisse\n- les retours\n\nVoilà pourquoi je vous écris.';
    const letter = `Madame, Monsieur,\n\n${body}\n\nCordialement,\n\nCamille Roux`;
    expect(layOutLetter(letter)).toContain(
      'entières, puis j’ai formé trois collègues à :\n- la caisse\n- les retours\n\n',
    );
  });

  it('parts the recipient on the right from the sender on the left', () => {
    const right = ' '.repeat(40);
    const head = `Samira Benali\n29200 Brest\n${right}Crèche Les Mouettes\n${right}29200 Brest`;
    expect(layOutLetter(`${head}\n\nMadame,\n\nVoici ma lettre.`)).toBe(
      'Samira Benali\n29200 Brest\n\nCrèche Les Mouettes\n29200 Brest\n\nMadame,\n\nVoici ma lettre.\n',
    );
  });

  it('takes no line of contact details for a sentence', () => {
    const contact =
      'Karim Haddad, 12 rue Basse, 59000 Lille, karim@exemple.fr, 06 01 02 03 04, permis B et voiture';
    const body = 'Je pétris depuis dix ans et je cherche une maison où l’on forme des apprentis.';
    expect(layOutLetter(`Objet : boulanger\n${contact}\nMonsieur,\n${body}`)).toBe(
      `${contact}\n\nObjet : boulanger\n\nMonsieur,\n\n${body}\n`,
    );
  });

  it('moves a date that stands under the signature to its place, and invents none', () => {
    const dated =
      'Madame,\n\nVoici ma lettre.\n\nCordialement\n\nCamille Roux\nLyon, le 12 mars 2026';
    expect(layOutLetter(dated)).toBe(
      'Lyon, le 12 mars 2026\n\nMadame,\n\nVoici ma lettre.\n\nCordialement\n\nCamille Roux\n',
    );
    const undated = 'Madame,\n\nVoici ma lettre.\n\nCordialement\n\nCamille Roux\n';
    expect(layOutLetter(undated)).toBe(undated);
  });

  const lines = GOOD_LETTER.split('\n').concat([
    ...['', '', '  ', 'Objet : stage', 'Bonjour,', 'Fait à Lyon, le 1er mai 2026', 'PJ : mon CV'],
    'Je vous prie d’agréer, Madame, mes salutations distinguées. Camille Roux',
    'Madame, je vous écris pour vous dire que votre annonce me plaît et que je la lis encore.',
  ]);

  it('loses no word and adds none, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 20 }), (parts) => {
        const text = parts.join('\n');
        expect(words(layOutLetter(text))).toEqual(words(text));
      }),
      { numRuns: 500 },
    );
  });
});
