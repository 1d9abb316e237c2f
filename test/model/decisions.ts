import type { Refusal } from '#libs/contracts';
import { decideCaptureHold } from '../../services/hub/src/energy/capture-hold.js';
import { decideConsumeEnergy } from '../../services/hub/src/energy/consume-energy.js';
import type { Accepted, DecisionContext, Keyed } from '../../services/hub/src/energy/decision.js';
import type { EnergyAccount } from '../../services/hub/src/energy/energy-account.js';
import { decideOpenAccount } from '../../services/hub/src/energy/open-account.js';
import { decidePlaceHold } from '../../services/hub/src/energy/place-hold.js';
import { decideRefundEnergy } from '../../services/hub/src/energy/refund-energy.js';
import { decideReleaseHold } from '../../services/hub/src/energy/release-hold.js';
import { decideCorrectEnergy } from '../../services/hub/src/energy/staff/correct-energy.js';
import { decideEndUnlimited } from '../../services/hub/src/energy/staff/end-unlimited.js';
import { decideFreezeAccount } from '../../services/hub/src/energy/staff/freeze-account.js';
import { decideGrantEnergy } from '../../services/hub/src/energy/staff/grant-energy.js';
import { decideStartUnlimited } from '../../services/hub/src/energy/staff/start-unlimited.js';
import { decideUnfreezeAccount } from '../../services/hub/src/energy/staff/unfreeze-account.js';
import type { Request } from './operations.js';

/** What a request names by number, as the ledger names it. */
export interface Named {
  readonly userId: string;
  readonly holdId: string;
  readonly entryId: string;
}

type Outcome = Accepted<object> | Refusal;

/** The hub's decision on each kind of request. A test may plant a wrong one. */
export type Decisions = {
  readonly [K in Request['kind']]: (
    account: EnergyAccount,
    request: Extract<Request, { kind: K }> & Keyed & Named,
    context: DecisionContext,
  ) => Outcome;
};

const instant = (ms: number | null) => (ms === null ? undefined : new Date(ms).toISOString());
const staff = ({ userId, ...key }: Keyed & Named) => ({
  onBehalfOf: userId,
  reasonCode: 'other' as const,
  reason: 'a test',
  ...key,
});

export const decisions: Decisions = {
  open: (account, _request, context) => decideOpenAccount(account, context),
  consume: (account, { expected, ...request }, context) =>
    decideConsumeEnergy(account, { ...request, expectedCost: expected ?? undefined }, context),
  place: (account, { by: owner, expected, ...request }, context) =>
    decidePlaceHold(account, { ...request, owner, expectedCost: expected ?? undefined }, context),
  capture: (account, { by: owner, amount, ...request }, context) =>
    decideCaptureHold(account, { ...request, owner, amount: amount ?? undefined }, context),
  release: (account, { by: owner, ...request }, context) =>
    decideReleaseHold(account, { ...request, owner, reason: 'failed' }, context),
  refund: (account, request, context) => decideRefundEnergy(account, request, context),
  grant: (account, { amount, expiresAt, ...request }, context) =>
    decideGrantEnergy(
      account,
      { ...staff(request), amount, expiresAt: instant(expiresAt) },
      context,
    ),
  correct: (account, { amount, ...request }, context) =>
    decideCorrectEnergy(account, { ...staff(request), amount }, context),
  start: (account, { startsAt, endsAt, ...request }, context) => {
    const period = { startsAt: instant(startsAt), endsAt: new Date(endsAt).toISOString() };
    return decideStartUnlimited(account, { ...staff(request), ...period }, context);
  },
  end: (account, request, context) => decideEndUnlimited(account, staff(request), context),
  freeze: (account, request, context) => decideFreezeAccount(account, staff(request), context),
  unfreeze: (account, request, context) => decideUnfreezeAccount(account, staff(request), context),
};
