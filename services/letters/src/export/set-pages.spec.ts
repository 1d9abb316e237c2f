import { describe, expect, it } from '@jest/globals';
import type { LetterRead } from '../documents/read-letter.js';
import { GOOD_LETTER } from '../format/good-letter.sample.js';
import { fileName } from './file-name.js';
import { setPages } from './set-pages.js';

const set = (text: string, kind: LetterRead['kind'] = 'letter') => {
  const writtenAt = '2026-03-12T23:30:00.000Z';
  return setPages({ text, kind, writtenAt } as LetterRead);
};
/** Where and how each block stands, and how it begins. */
const shown = (text: string, kind?: LetterRead['kind']) =>
  set(text, kind).blocks.map(({ style, side, lines }) => `${style} ${side}: ${lines[0]}`);

describe('a letter on its page', () => {
  it('has who writes on the left; to whom, when and the signature on the right', () => {
    expect(shown(GOOD_LETTER).map((one) => one.slice(0, 40))).toEqual([
      'text left: Camille Rousselin',
      'text right: Maison Verdier',
      'text right: Lyon, le 12 mars 2026',
      'strong left: Objet\u00a0: candidature au poste de chargée'.slice(0, 40),
      'text left: Madame, Monsieur,',
      'text left: Votre maison ouvre cette année trois'.slice(0, 40),
      'text left: Chez Filature des Monts, j’ai repris'.slice(0, 40),
      'text left: Votre annonce insiste sur la sobriété'.slice(0, 40),
      'text left: Originaire de Saint-Nazaire, je souhaite'.slice(0, 40),
      'text left: Dans l’attente de votre réponse, je vous'.slice(0, 40),
      'text right: Camille Rousselin',
    ]);
  });

  it('has every line once and in its order, whatever it looks like', () => {
    const texts = [
      GOOD_LETTER,
      GOOD_LETTER.replaceAll('\n\n', '\n'),
      'Quoi ?',
      '',
      '\n \n',
      'x\n\n\n\ny',
    ];
    for (const text of texts) {
      const lines = set(text).blocks.flatMap((block) => block.lines);
      expect(lines).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
    }
  });

  it('has a title that a file can hold, however long its object is', () => {
    const { title } = set(`Objet : ${'😀'.repeat(200)}\n\nMadame,\n\nVoici.`);
    expect(title).toBe('😀'.repeat(120));
  });

  it('keeps its end together: the last paragraph, the closing formula and the signature', () => {
    expect(set(GOOD_LETTER).blocks.map(({ withNext }) => withNext)).toEqual([
      ...Array<boolean>(8).fill(false),
      ...[true, true, false],
    ]);
  });

  it('sets on the right what stands there already, and on the left what is enclosed', () => {
    const text = `Jean Roux\n${' '.repeat(30)}Maison Verdier\n\nMadame,\n\nVoici.\n\nCordialement,\n\nJean Roux\n\nP.J. : CV`;
    const [sender, recipient] = shown(text);
    expect([sender, recipient]).toEqual(['text left: Jean Roux', 'text right: Maison Verdier']);
    expect(shown(text).slice(-2)).toEqual(['text right: Jean Roux', 'text left: P.J. : CV']);
  });

  it('does not take the address of who writes for that of whom it is for', () => {
    const head = 'M. Jean Roux\n\n3 rue Basse\n69003 Lyon\njean@exemple.fr';
    const [first, second] = shown(`${head}\n\nObjet : visite\n\nMadame,\n\nVoici.`);
    expect([first, second]).toEqual(['text left: M. Jean Roux', 'text left: 3 rue Basse']);
  });
});

describe('an analysis on its page', () => {
  it('has a title, and lists under their headings', () => {
    const text =
      'Plan\n\nPoste\u00a0: vendeuse\nLieu\u00a0: Lyon\n\nConseils\n–\u00a0Lire\nà voix haute\n–\u00a0Écrire\n\nFin.';
    expect(shown(text, 'offer-analysis')).toEqual([
      'title left: Plan',
      'text left: Poste\u00a0: vendeuse',
      'heading left: Conseils',
      'item left: –\u00a0Lire',
      'item left: –\u00a0Écrire',
      'text left: Fin.',
    ]);
  });
});

describe('the name of a file', () => {
  const named = (text: string, kind?: LetterRead['kind']) => {
    const { names, writtenAt } = set(text, kind);
    return fileName(names, writtenAt, 'pdf');
  };

  it('says to whom, what about and when it was written, by the clock of Paris', () => {
    expect(named(GOOD_LETTER)).toBe(
      'Lettre - Maison Verdier - candidature au poste de chargée de communication - 2026-03-13.pdf',
    );
    expect(named('Analyse de l’annonce\n\nPoste\u00a0: vendeuse', 'offer-analysis')).toBe(
      'Analyse de l’annonce - vendeuse - 2026-03-13.pdf',
    );
    expect(named('Quoi\u202f?', 'passage')).toBe('Passage corrigé - 2026-03-13.pdf');
  });

  it('has nothing that a system does not take, and an end', () => {
    const text = `Objet : ../a\\b:c*d?"<e>|\u202e\n\nMadame,\n\nVoici.`;
    expect(named(text)).toBe('Lettre - .. a b c d e - 2026-03-13.pdf');
    expect(named(`Objet : ${'x'.repeat(300)}\n\nMadame,\n\nVoici.`)).toHaveLength(86);
  });
});
