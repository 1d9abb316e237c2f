import { describe, expect, it } from '@jest/globals';
import { growingLetter } from './growing-letter.js';

describe('a letter that a provider is still writing', () => {
  const subject = 'Candidature';
  const greeting = 'Madame,';

  it.each([
    ['nothing yet', {}, { paragraphs: [] }],
    ['a subject that may go on', { subject: 'Candi' }, { paragraphs: [] }],
    ['a subject', { subject, greeting: 'Ma' }, { subject, paragraphs: [] }],
    [
      'a paragraph, and one that may go on',
      { subject, greeting, paragraphs: [' Un. ', 'Deu'] },
      { subject, greeting, paragraphs: ['Un.'] },
    ],
    [
      'all paragraphs',
      { subject, greeting, paragraphs: ['Un.', 'Deux.'], closing: 'Je vous' },
      { subject, greeting, paragraphs: ['Un.', 'Deux.'] },
    ],
    [
      'fields in another order',
      { paragraphs: ['Un.'], greeting: 'Madame' },
      { paragraphs: ['Un.'] },
    ],
    ['what is no letter', { subject: 7, greeting }, { paragraphs: [] }],
  ])('has %s', (_what, partial, whole) => {
    expect(growingLetter(partial)).toEqual(whole);
  });
});
