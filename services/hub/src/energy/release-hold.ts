import { Controller } from '@nestjs/common';
import {
  energyHoldReleased,
  Refusal,
  releaseHold,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
  type ServiceName,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { accept, type Decision, type DecisionContext, type Keyed } from './decision.js';
import { availableOf, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { happened } from './event-of-account.js';
import { findHold } from './find-hold.js';
import { giveBack } from './give-back.js';
import { keyedSubmission } from './keyed-submission.js';

type Request = RequestOf<typeof releaseHold> & Keyed & { readonly owner: ServiceName };
type Outcome = Decision<ReplyOf<typeof releaseHold>, RefusalsOf<typeof releaseHold>>;

/** Gives back everything that a hold pinned. */
export function decideReleaseHold(
  account: EnergyAccount,
  request: Request,
  context: DecisionContext,
): Outcome {
  const hold = findHold(account, request);
  if (hold instanceof Refusal) return hold;
  const { id: holdId, amount: returned } = hold;
  const { reason, idempotencyKey, fingerprint } = request;
  const data = {
    ...{ holdId, reason, ...giveBack(hold.grants, context.now, context) },
    ...{ idempotencyKey, fingerprint },
    ...{ balance: account.balance, held: account.held - returned },
  };
  return accept(account, [happened(energyHoldReleased, data, context.now)], (after) => ({
    holdId,
    returned,
    balance: after.balance,
    available: availableOf(after),
    version: after.version,
  }));
}

@Controller()
export class ReleaseHoldHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(releaseHold)
  handle(request: RequestOf<typeof releaseHold>, call: Call) {
    const owner = call.callerName as ServiceName;
    const submission = keyedSubmission(call, request.userId, request);
    return this.ledger.submit({
      ...submission,
      needs: { holdId: request.holdId },
      decide: (account, context) =>
        decideReleaseHold(account, { ...request, ...submission.key, owner }, context),
    });
  }
}
