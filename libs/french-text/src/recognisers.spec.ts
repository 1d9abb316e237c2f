import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.js';
import { MAIL_ADDRESS } from './mail-address.js';
import { brokenPhoneNumbers, PHONE_NUMBER } from './phone-number.js';
import { POSTCODE_TOWN } from './postcode-town.js';
import { readText } from './reading.js';
import { WEB_ADDRESS } from './web-address.js';
import { countCharacters, countWords, hasWords } from './words.js';

const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([all]) => all);

describe('recognisers', () => {
  it.each([
    '06 12 34 56 78',
    '06.12.34.56.78',
    '0612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '0033612345678',
    '+32 470 12 34 56',
  ])('take %s for a phone number', (number) => {
    expect(found(PHONE_NUMBER, `tel. ${number}, bureau`)).toEqual([number]);
  });

  it.each(['06 12 34 56', '2019-2022', '12/03/2026', '75016', '123 456 789 00012'])(
    'do not take %s for a phone number',
    (text) => expect(found(PHONE_NUMBER, text)).toEqual([]),
  );

  it('count the digits of a French number that has not ten', () => {
    expect(brokenPhoneNumbers('tel. 06 12 34 56 7')).toEqual([{ start: 5, end: 18, digits: 9 }]);
    expect(brokenPhoneNumbers('tel. 06 12 34 56 78')).toEqual([]);
    expect(brokenPhoneNumbers('le 01/02/2026')).toEqual([]);
  });

  it('find mail and web addresses without the punctuation that follows', () => {
    expect(found(MAIL_ADDRESS, 'à a.b+c@exemple.fr, ou @moi')).toEqual(['a.b+c@exemple.fr']);
    expect(found(WEB_ADDRESS, 'sur https://exemple.fr/a?b=c; puis linkedin.com/in/x.')).toEqual([
      'https://exemple.fr/a?b=c',
      'linkedin.com/in/x',
    ]);
  });

  it('know a postcode with its town', () => {
    expect(
      ['69003 lyon', 'f-75016 paris', 'b-1000 bruxelles', '2a'].map((t) => POSTCODE_TOWN.test(t)),
    ).toEqual([true, true, true, false]);
    expect(POSTCODE_TOWN.test('00123 nulle part')).toBe(false);
    expect(POSTCODE_TOWN.test('120000 euros')).toBe(false);
  });
});

describe('folding', () => {
  it('reads words alike, however accents, case, apostrophes and spaces are written', () => {
    expect(fold('À L’ÉCOLE\u202f: cœur').text).toBe("a l'ecole : coeur");
    expect(fold('e\u0301te\u0301').text).toBe(fold('été').text);
  });

  it('leads back to the place in the text', () => {
    const [line] = readText('x\ncœur de\u0301ja\u0300 là').lines.slice(1);
    const place = line?.folded.indexOf('la') ?? -1;
    expect(line?.at(place)).toBe('x\ncœur de\u0301ja\u0300 '.length);
  });
});

describe('counting', () => {
  it('counts words between spaces, and code points', () => {
    expect(countWords('« L’entreprise » — 3 postes\u00a0!')).toBe(3);
    expect(countCharacters('é😀')).toBe(2);
  });

  it('tells a text with words from one without', () => {
    expect(['', ' \n\u00a0', '12 + 3 !', '😀', '\ud800'].map(hasWords)).not.toContain(true);
    expect(['a', 'é', '你好', '12 b'].map(hasWords)).not.toContain(false);
  });
});
