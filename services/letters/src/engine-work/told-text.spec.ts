import { describe, expect, it } from '@jest/globals';
import { ToldText } from './told-text.js';

describe('a text that is told of while it is written', () => {
  function told(tell: (text: ToldText) => void): unknown[] {
    const parts: unknown[] = [];
    tell(
      new ToldText((part) => {
        parts.push(part.kind === 'text' ? part.text : part.kind);
        return Promise.resolve();
      }),
    );
    return parts;
  }

  it('is its blocks, each told once', () => {
    const parts = told((text) => {
      for (const so of ['', 'Un.', 'Un.', 'Un.\n\nDeux.', 'Un.\n\nDeux.\n\nTrois.\n'])
        text.tell(so);
    });
    expect(parts).toEqual(['Un.', '\n\nDeux.', '\n\nTrois.\n']);
  });

  it('is taken back when it comes out otherwise, and in the next attempt', () => {
    const parts = told((text) => {
      text.tell('Un.');
      text.tell('Une.');
      text.tell('Une.', 2);
    });
    expect(parts).toEqual(['Un.', 'restart', 'Une.', 'restart', 'Une.']);
  });

  it('is taken back once, and not at all when nothing was told', () => {
    expect(told((text) => text.takeBack())).toEqual([]);
    const parts = told((text) => {
      text.tell('Un.');
      text.takeBack();
      text.takeBack();
    });
    expect(parts).toEqual(['Un.', 'restart']);
  });
});
