import { describe, expect, it } from '@jest/globals';
import { attachment } from './content-disposition.js';

describe('the name of a file in HTTP', () => {
  it('is told in its own alphabet, and in ASCII to clients that read no other', () => {
    expect(attachment('Lettre - Chœur d’été – 2026-03-12.pdf')).toBe(
      "attachment; filename=\"Lettre - Choeur d'ete - 2026-03-12.pdf\"; filename*=UTF-8''Lettre%20-%20Ch%C5%93ur%20d%E2%80%99%C3%A9t%C3%A9%20%E2%80%93%202026-03-12.pdf",
    );
  });

  it('cannot end the header, its quotes or the encoding', () => {
    const header = attachment('a"b\\c\r\nd%41;é\u202e😀*\'().txt');
    expect(header).toBe(
      "attachment; filename=\"a_b_c__d_41;e__*'().txt\"; filename*=UTF-8''a%22b%5Cc%0D%0Ad%2541%3B%C3%A9%E2%80%AE%F0%9F%98%80%2A%27%28%29.txt",
    );
  });
});
