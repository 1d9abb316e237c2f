import fc from 'fast-check';
import type { ActionId } from '#libs/contracts';

/** A request on one of a few accounts; holds and entries are picked by number from those that there are by then. */
export type RandomOperation = { readonly account: number; readonly pick: number } & (
  | { readonly kind: 'consume'; readonly action: ActionId }
  | { readonly kind: 'place'; readonly by: 'letters' | 'cv'; readonly lifetimeMs: number }
  | { readonly kind: 'capture'; readonly amount: number | null }
  | { readonly kind: 'release' }
  | { readonly kind: 'refund'; readonly bySelf: boolean }
  | { readonly kind: 'grant'; readonly amount: number; readonly lastsMs: number | null }
  | { readonly kind: 'correct'; readonly amount: number }
  | { readonly kind: 'unlimited'; readonly lastsMs: number }
  | { readonly kind: 'end-unlimited' }
  | { readonly kind: 'freeze' }
  | { readonly kind: 'unfreeze' }
  /** An earlier request once more, with its key. */
  | { readonly kind: 'again' }
);

const kind = <const K>(name: K) => fc.constant(name);
const shortOrLong = fc.constantFrom(1_000, 1_500, 600_000);
const action = fc.constantFrom<ActionId>(
  'verification_format',
  'lettre_motivation',
  'mirror_match',
);

const what = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: kind('consume'), action }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('place'),
      by: fc.constantFrom('letters' as const, 'cv' as const),
      lifetimeMs: shortOrLong,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind('capture'),
      amount: fc.option(fc.integer({ min: 0, max: 16 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('release') }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('refund'), bySelf: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind('grant'),
      amount: fc.integer({ min: 1, max: 40 }),
      lastsMs: fc.option(shortOrLong),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: kind('correct'), amount: fc.constantFrom(-9, -1, 4) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('unlimited'), lastsMs: fc.constant(700) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('end-unlimited') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('freeze') }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('unfreeze') }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('again') }) },
);

/** Always the same ones for the same seed. */
export function randomOperations(seed: number, count: number, accounts: number): RandomOperation[] {
  const who = fc.record({ account: fc.nat({ max: accounts - 1 }), pick: fc.nat({ max: 7 }) });
  const operation = fc.tuple(who, what).map(([whose, asked]) => ({ ...whose, ...asked }));
  return fc.sample(operation, { seed, numRuns: count });
}
