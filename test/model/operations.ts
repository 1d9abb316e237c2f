import fc from 'fast-check';

/** Actions of both services, refundable and not; what they cost in the two versions of the price list. */
export const actions = {
  verification_format: { refundable: false, costs: { 1: 3, 2: 4 } },
  lettre_motivation: { refundable: true, costs: { 1: 15, 2: 11 } },
  mirror_match: { refundable: true, costs: { 1: 30, 2: 30 } },
} as const;

export type Action = keyof typeof actions;
export type PriceVersion = 1 | 2;
export type Service = 'letters' | 'cv';

/** A request as it is sent; holds and consumptions are named by their number, −1 is one that never was. */
export type Request =
  | { readonly kind: 'open' }
  | { readonly kind: 'consume'; readonly action: Action; readonly expected: number | null }
  | {
      readonly kind: 'place';
      readonly action: Action;
      readonly by: Service;
      readonly lifetimeMs: number;
      readonly expected: number | null;
    }
  | {
      readonly kind: 'capture';
      readonly hold: number;
      readonly by: Service;
      readonly amount: number | null;
    }
  | { readonly kind: 'release'; readonly hold: number; readonly by: Service }
  | { readonly kind: 'refund'; readonly of: number; readonly bySelf: boolean }
  | { readonly kind: 'grant'; readonly amount: number; readonly expiresAt: number | null }
  | { readonly kind: 'correct'; readonly amount: number }
  | { readonly kind: 'start'; readonly startsAt: number | null; readonly endsAt: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'freeze' }
  | { readonly kind: 'unfreeze' };

/** What may happen next: a new request, an old one again, time, or another price list. Numbers pick from what there is. */
export type Operation =
  | { readonly do: 'ask'; readonly request: Request }
  | { readonly do: 'again'; readonly picks: readonly number[] }
  | { readonly do: 'reuse-key'; readonly pick: number; readonly request: Request }
  | { readonly do: 'clock'; readonly ms: number }
  | { readonly do: 'prices'; readonly version: PriceVersion };

const second = 1_000;
const minute = 60 * second;
export const day = 24 * 60 * minute;

const action = fc.constantFrom(...(Object.keys(actions) as Action[]));
const by = fc.constantFrom<Service>('letters', 'cv');
const expected = fc.oneof(
  { weight: 8, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(3, 4, 11, 15, 30) },
);
/** Mostly the newest. */
const aFew = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 12 }) },
);
const span = fc.oneof(
  fc.integer({ min: 1, max: 20 * minute }),
  fc.integer({ min: 1, max: 9 * day }),
);

const paid = fc.oneof(
  fc.record({ kind: fc.constant('consume' as const), action, expected }),
  fc.record({
    kind: fc.constant('place' as const),
    ...{ action, by, expected },
    lifetimeMs: fc.integer({ min: second, max: 15 * minute }),
  }),
);
const settling = fc.oneof(
  fc.record({
    kind: fc.constant('capture' as const),
    ...{ hold: aFew, by },
    amount: fc.option(fc.integer({ min: 0, max: 31 })),
  }),
  fc.record({ kind: fc.constant('release' as const), hold: aFew, by }),
  fc.record({ kind: fc.constant('refund' as const), of: aFew, bySelf: fc.boolean() }),
);
const given = fc.record({
  kind: fc.constant('grant' as const),
  amount: fc.integer({ min: 1, max: 40 }),
  expiresAt: fc.option(span, { freq: 4 }),
});
const byStaff = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      amount: fc.integer({ min: -20, max: 20 }).filter((amount) => amount !== 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      startsAt: fc.option(span, { freq: 1 }),
      endsAt: span,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'freeze' as const }) },
  // An account that stays frozen does nothing that could go wrong.
  { weight: 4, arbitrary: fc.constant({ kind: 'unfreeze' as const }) },
);
const request: fc.Arbitrary<Request> = fc.oneof(
  { weight: 6, arbitrary: paid },
  { weight: 6, arbitrary: settling },
  { weight: 2, arbitrary: given },
  { weight: 1, arbitrary: byStaff },
  { weight: 1, arbitrary: fc.constant({ kind: 'open' as const }) },
);

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('ask' as const), request }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('again' as const),
      picks: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('reuse-key' as const),
      pick: fc.nat({ max: 20 }),
      request,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      ms: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: minute }) },
        { weight: 2, arbitrary: fc.integer({ min: -30 * minute, max: 30 * minute }) },
        { weight: 1, arbitrary: fc.nat({ max: 3 * day }) },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('prices' as const),
      version: fc.constantFrom<PriceVersion>(1, 2),
    }),
  },
);
