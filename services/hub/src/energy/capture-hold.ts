import { Controller } from '@nestjs/common';
import {
  captureHold,
  energyHoldCaptured,
  refuse,
  Refusal,
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
import { giveBack, splitAt } from './give-back.js';
import { keyedSubmission } from './keyed-submission.js';

type Request = RequestOf<typeof captureHold> & Keyed & { readonly owner: ServiceName };
type Outcome = Decision<ReplyOf<typeof captureHold>, RefusalsOf<typeof captureHold>>;

/** Takes what a hold pinned, or the part that is asked for; the rest comes back. A hold that pinned nothing costs nothing (R12). */
export function decideCaptureHold(
  account: EnergyAccount,
  request: Request,
  context: DecisionContext,
): Outcome {
  const hold = findHold(account, request);
  if (hold instanceof Refusal) return hold;
  const { id: holdId, action, amount: held, listCost, catalogueVersion } = hold;
  const { amount: asked = held, idempotencyKey, fingerprint } = request;
  if (asked > listCost) return capturesTooMuch(holdId, held, asked);
  const cost = Math.min(asked, held);
  const { first, rest } = splitAt(hold.grants, cost);
  const entryId = context.newId();
  const grants = first.map(({ grantId, amount }) => ({ grantId, amount }));
  const data = {
    ...{ entryId, holdId, action, cost, listCost, catalogueVersion, grants },
    ...giveBack(rest, context.now, context),
    ...{ idempotencyKey, fingerprint },
    ...{ balance: account.balance - cost, held: account.held - held },
  };
  return accept(account, [happened(energyHoldCaptured, data, context.now)], (after) => ({
    ...{ entryId, holdId, action, cost, listCost, returned: held - cost },
    balance: after.balance,
    available: availableOf(after),
    version: after.version,
  }));
}

function capturesTooMuch(
  holdId: string,
  held: number,
  asked: number,
): Refusal<'CAPTURE_EXCEEDS_HOLD'> {
  const sentence = `The hold is of ${held} points; ${asked} cannot be captured.`;
  return refuse('CAPTURE_EXCEEDS_HOLD', sentence, { holdId, held, asked });
}

@Controller()
export class CaptureHoldHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(captureHold)
  handle(request: RequestOf<typeof captureHold>, call: Call) {
    const owner = call.callerName as ServiceName;
    const submission = keyedSubmission(call, request.userId, request);
    return this.ledger.submit({
      ...submission,
      needs: { holdId: request.holdId },
      decide: (account, context) =>
        decideCaptureHold(account, { ...request, ...submission.key, owner }, context),
    });
  }
}
