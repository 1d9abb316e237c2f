import { describe, expect, it } from '@jest/globals';
import { skillNamed } from '../matching/lexicon-index.js';
import { variantOf } from '../matching/variant.js';
import { SKILLS } from '../skill.js';
import { VERBS } from '../text/verb.js';
import { TRADES } from '../trade.js';
import { ROME_FAMILIES } from './rome-families.js';

describe('the lexicon', () => {
  it('knows four hundred skills, hard and soft, each with its article and one meaning', () => {
    expect(SKILLS.length).toBeGreaterThanOrEqual(400);
    expect(new Set(SKILLS.map(({ kind }) => kind))).toEqual(new Set(['hard', 'soft']));
    expect(SKILLS.filter(({ label }) => !/^(?:l[ae]s? |l’)/.test(label))).toEqual([]);
    expect(new Set(SKILLS.map(({ name }) => name)).size).toBe(SKILLS.length);
  });

  it('lets no two skills share a way to be named', () => {
    const owners = new Map<string, string>();
    const shared = SKILLS.flatMap(({ name, variants }) =>
      [name, ...variants].flatMap((written) => {
        const { lemmas, reading } = variantOf(written, name);
        const key = `${reading} ${lemmas.join(' ')}`;
        const owner = owners.get(key) ?? name;
        owners.set(key, owner);
        return owner === name ? [] : [`“${written}”: ${owner}, ${name}`];
      }),
    );
    expect(shared).toEqual([]);
  });

  it('knows a hundred and twenty trades in families of the ROME, with usual skills of its own', () => {
    expect(TRADES.length).toBeGreaterThanOrEqual(120);
    for (const { family, skills, names } of TRADES) {
      expect(Object.keys(ROME_FAMILIES)).toContain(family);
      const unknown = skills.filter((name) => skillNamed(name) === undefined);
      expect([names[0].masculine, unknown]).toEqual([names[0].masculine, []]);
    }
  });

  it('conjugates its verbs of work', () => {
    expect(VERBS.length).toBeGreaterThanOrEqual(120);
    expect(VERBS.filter(({ present, infinitive }) => present === '' || infinitive === '')).toEqual(
      [],
    );
  });
});
