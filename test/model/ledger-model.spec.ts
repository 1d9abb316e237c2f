import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisions, type Decisions } from './decisions.js';
import { operation } from './operations.js';
import { runBeside } from './run-beside.js';

const steps = 200;
const runs = Number(process.env.TEST_MODEL_RUNS ?? 100);
const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31);

const histories = fc.array(operation, { minLength: steps, maxLength: steps });

/** Each must happen, or the histories prove less than they seem to. */
const outcomes = [
  'correct ACCOUNT_NOT_FOUND',
  'open ok',
  'consume ok',
  'consume ACCOUNT_FROZEN',
  'consume INSUFFICIENT_ENERGY',
  'consume PRICE_CHANGED',
  'consume IDEMPOTENCY_KEY_REUSED',
  'place ok',
  'place INSUFFICIENT_ENERGY',
  'capture ok',
  'capture CAPTURE_EXCEEDS_HOLD',
  'capture HOLD_ALREADY_SETTLED',
  'capture HOLD_EXPIRED',
  'capture HOLD_NOT_FOUND',
  'release ok',
  'release HOLD_EXPIRED',
  'refund ok',
  'refund ALREADY_REFUNDED',
  'refund REFUND_NOT_ELIGIBLE',
  'refund REFUND_REVIEW',
  'grant ok',
  'correct ok',
  'start ok',
  'freeze ok',
  'unfreeze ok',
];

describe('the ledger beside a plain model', () => {
  beforeAll(() => console.info(`TEST_SEED=${seed} TEST_MODEL_RUNS=${runs}`));

  it(`R7 R11 R12 R13: ${runs * steps} random operations keep every promise after every step`, () => {
    const seen = new Set<string>();
    const property = fc.property(histories, (operations) => {
      for (const outcome of runBeside(operations).keys()) seen.add(outcome);
    });
    fc.assert(property, { seed, numRuns: runs });
    expect(outcomes.filter((outcome) => !seen.has(outcome))).toEqual([]);
  }, 600_000);

  /** Each is a fault that the model must notice. */
  const wrong: Record<string, Partial<Decisions>> = {
    'a hold that does not pin its price': {
      capture: (account, request, context) => {
        const holds = account.holds.map((hold) => {
          const { cost } = context.catalogue.actions[hold.action];
          return { ...hold, amount: cost, listCost: cost };
        });
        return decisions.capture({ ...account, holds }, request, context);
      },
    },
    'points that are given back to a grant that has expired': {
      release: (account, request, context) => {
        const everlasting = ({ grants, ...hold }: (typeof account.holds)[number]) => ({
          ...hold,
          grants: grants.map((portion) => ({ ...portion, expiresAt: null })),
        });
        const holds = account.holds.map(everlasting);
        return decisions.release({ ...account, holds }, request, context);
      },
    },
    'a refund that nobody counts': {
      refund: (account, request, context) =>
        decisions.refund({ ...account, selfRefundsAt: [] }, request, context),
    },
  };

  it.each(Object.entries(wrong))(
    'R12: notices %s',
    (_, planted) => {
      const property = fc.property(histories, (operations) => {
        runBeside(operations, { ...decisions, ...planted });
      });
      const { failed } = fc.check(property, { seed, numRuns: 200, endOnFailure: true });
      expect(failed).toBe(true);
    },
    120_000,
  );
});
