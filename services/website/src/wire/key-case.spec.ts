import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { withCamelKeys, withSnakeKeys } from './key-case.js';

const camelKey = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,12}$/);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(camelKey, tie('tree'), { maxKeys: 4 }),
  ),
}));

describe('keys between code and HTTP', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(withCamelKeys(withSnakeKeys(value))).toEqual(asPlainObjects(value));
      }),
    );
  });

  it('are snake case at every depth, in lists too', () => {
    const inCode = { entryId: 1, data: { grantsTaken: [{ grantId: 'a', amount: 2 }] } };
    expect(withSnakeKeys(inCode)).toEqual({
      entry_id: 1,
      data: { grants_taken: [{ grant_id: 'a', amount: 2 }] },
    });
  });

  it('never touch a value, whatever a person wrote', () => {
    const words = 'camelCase snake_case L’été -- JavaScript 🙂';
    expect(withSnakeKeys({ someText: words })).toEqual({ some_text: words });
    expect(withCamelKeys({ some_text: words })).toEqual({ someText: words });
  });

  it('leave text, dates and nothing as they are', () => {
    const now = new Date();
    expect([withSnakeKeys('fooBar'), withSnakeKeys(now), withSnakeKeys(undefined)]).toEqual([
      'fooBar',
      now,
      undefined,
    ]);
  });

  it('cannot replace a prototype', () => {
    const mapped = withCamelKeys(JSON.parse('{"__proto__": {"polluted": true}}') as object);
    expect(Object.getPrototypeOf(mapped)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});

/** fast-check makes objects without a prototype, which toEqual tells apart. */
function asPlainObjects(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
