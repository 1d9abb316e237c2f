import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { signsOfPdf, textOfDocx } from '#libs/testing';
import { docxFile, pdfFile, printable, type PagedText, type TextBlock } from './index.js';

const french =
  '«\u00a0Œuvre\u00a0», l’été\u202f! À Noël\u00a0: 1\u202f200\u00a0€… ça coûte\u202f? Déjà – «\u00a0ÇÉÈÊÀÙ æ ŷ\u00a0»';

const pages = (lines: readonly string[], more: Partial<TextBlock> = {}): PagedText => ({
  ...{ title: lines[0] ?? '', author: undefined, writtenAt: new Date('2026-03-12T10:00:00Z') },
  blocks: [{ style: 'text', side: 'left', apart: false, withNext: false, lines, ...more }],
});
/** All but the clock. */
const waiting = ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] as const;

/** A reader of pages cannot know which spaces stood where a line was broken, nor that a word was cut there. */
const withoutSpaces = (text: string) => text.replace(/\s/g, '');

/** Scripts that are drawn from right to left: a PDF has their signs in the order of drawing. */
const TURNED = /[\u0590-\u08ff\u200e-\u202e\ufb1d-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** The signs that every font has. */
const plainSigns = (text: string) => text.normalize('NFD').replace(/[^!-~]/g, '');

describe('a text in files', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is read out of them as it was written, with the spaces of French', async () => {
    const text = pages([french, 'Deuxième ligne\u202f; fin.']);
    const docx = await textOfDocx(await docxFile(text));
    const pdf = await signsOfPdf(await pdfFile(text));
    expect(docx.trim().split(/\n+/)).toEqual(text.blocks[0]!.lines);
    expect(pdf).toBe(text.blocks[0]!.lines.join(' '));
  });

  it('is the same whatever is in it: nothing of it is markup, nothing ends the file', async () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '<w:p>',
        '&amp;',
        ']]>',
        '<!--',
        '&#0;',
        '\\n',
        '(',
        ')',
        '%PDF',
        'endobj',
        ' ',
      ),
      fc.constantFrom('\u0000', '\u0001', '\u000b', '\u001b', '\ud800', '\ufffe', '\u202e', '\n'),
      fc.constantFrom('😀', '👩‍👩‍👧', '日本語', 'e\u0301', '\u0301'.repeat(30)),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constant('x'.repeat(500)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 20 }), async (pieces) => {
        const lines = printable(pieces.join('')).split('\n');
        const docx = await textOfDocx(await docxFile(pages(lines)));
        expect(withoutSpaces(docx)).toBe(withoutSpaces(lines.join('')));
        const pdf = await signsOfPdf(await pdfFile(pages(lines)));
        if (!TURNED.test(lines.join(''))) expect(plainSigns(pdf)).toBe(plainSigns(lines.join('')));
      }),
      { numRuns: 15 },
    );
  });

  it('is the same bytes at any time', async () => {
    const text = pages([french]);
    const [docx, pdf] = [await docxFile(text), await pdfFile(text)];
    jest.useFakeTimers({ now: new Date('2031-07-01T02:03:04Z'), doNotFake: [...waiting] });
    expect(Buffer.compare(await docxFile(text), docx)).toBe(0);
    expect(Buffer.compare(await pdfFile(text), pdf)).toBe(0);
  });
});
